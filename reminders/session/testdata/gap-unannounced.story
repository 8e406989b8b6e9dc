# Nobody said that the machine slept.
at 0 start
at 9 gone 30
at 39 look
at 40 resume
at 42 end
at 42 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
39 | interrupted Turn hold side=1 rep=1/2 left=6 pose=1.00 total=55 of 62
40 hold 1/2
42 = abandoned from 0 to 42, active 11, paused 31: turn partly 6 circle not-reached 0
