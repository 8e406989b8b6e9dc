# A pause keeps the place, and no cue is repeated.
at 0 start
at 8.5 pause
at 68.5 look
at 68.5 resume
at 70 look
at 71 end
at 72 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
68.5 | paused Turn hold side=1 rep=1/2 left=4.5 pose=1.00 total=53.5 of 62
69.2 step 1/2 "Come back to the middle."
70 count 1/2 3
70 | running Turn hold side=1 rep=1/2 left=3 pose=1.00 total=52 of 62
71 count 1/2 2
72 = abandoned from 0 to 71, active 11, paused 60: turn partly 6 circle not-reached 0
