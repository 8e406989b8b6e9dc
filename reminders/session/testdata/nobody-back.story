# Nobody comes back within the hour: it ends as of when it stopped.
at 0 start
at 20 pause
at 4000 look
at 4000 result
at 4000 resume
at 4001 look
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
9.2 step 1/2 "Come back to the middle."
10 count 1/2 3
11 count 1/2 2
12 count 1/2 1
13 back 1/2
15 repeat 2/2
17 hold 2/2
20 count 2/2 3
4000 | ended Turn hold side=1 rep=2/2 left=3 pose=1.00 total=42 of 62
4000 = abandoned from 0 to 20, active 20, paused 0: turn partly 15 circle not-reached 0
4001 | ended Turn hold side=1 rep=2/2 left=3 pose=1.00 total=42 of 62
