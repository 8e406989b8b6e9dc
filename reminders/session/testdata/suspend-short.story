# A short one goes on by itself where it was.
at 0 start
at 9 suspend
at 15 look
at 18 wake
at 18 look
at 23 end
at 23 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
15 | away Turn hold side=1 rep=1/2 left=4 pose=1.00 total=53 of 62
18 | running Turn hold side=1 rep=1/2 left=4 pose=1.00 total=53 of 62
18.2 step 1/2 "Come back to the middle."
19 count 1/2 3
20 count 1/2 2
21 count 1/2 1
22 back 1/2
23 = abandoned from 0 to 23, active 14, paused 9: turn partly 9 circle not-reached 0
