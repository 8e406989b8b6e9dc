# Skip and Back move a paused session, and leave it paused.
at 0 start
at 7 pause
at 8 skip
at 9 look
at 10 back
at 11 look
at 12 resume
at 13 end
at 13 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
9 | paused Circle rest side=0 rep=0/0 left=5 pose=0.00 total=17 of 62
11 | paused Turn move-out side=2 rep=1/2 left=2 pose=0.00 total=37 of 62
12 side 1/2 "Turn"
13 = abandoned from 0 to 13, active 8, paused 5: turn partly 3 circle not-reached 0
