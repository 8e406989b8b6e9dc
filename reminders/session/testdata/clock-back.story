# The clock is set back in the middle: no time is lost.
at 0 start
at 9 clock -3600
at 9 look
at 14 end
at 14 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
9 | running Turn hold side=1 rep=1/2 left=4 pose=1.00 total=53 of 62
9.2 step 1/2 "Come back to the middle."
10 count 1/2 3
11 count 1/2 2
12 count 1/2 1
13 back 1/2
14 = abandoned from 0 to 14, active 14, paused 0: turn partly 9 circle not-reached 0
