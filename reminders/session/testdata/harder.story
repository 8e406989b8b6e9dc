# Longer holds; then not a third time.
at 0 start
at 8 harder
at 8 look
at 8 harder
at 8 look
at 8 harder
at 8 look
at 20 easier
at 20 look
at 21 end
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
8 harder 1/2 "Longer."
8 | running Turn hold side=1 rep=1/2 left=8 pose=1.00 total=66 of 74
8 harder 1/2 "Longer."
8 | running Turn hold side=1 rep=1/2 left=12 pose=1.00 total=82 of 90
8 | running Turn hold side=1 rep=1/2 left=12 pose=1.00 total=82 of 90
9.2 step 1/2 "Come back to the middle."
13.5 half-way 1/2
17 count 1/2 3
18 count 1/2 2
19 count 1/2 1
20 back 1/2
20 easier 1/2 "Longer."
20 | running Turn move-back side=1 rep=1/2 left=2 pose=1.00 total=58 of 78
