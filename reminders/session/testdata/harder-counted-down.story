# A hold that is counted down already ends as it would have.
at 0 start
at 11 harder
at 11 look
at 14 look
at 15 end
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
11 harder 1/2 "Longer."
11 | running Turn hold side=1 rep=1/2 left=2 pose=1.00 total=60 of 71
12 count 1/2 1
13 back 1/2
14 | running Turn move-back side=1 rep=1/2 left=1 pose=0.50 total=57 of 71
15 repeat 2/2
