# To the rest before the next exercise, out of the rest, and off the end.
at 0 start
at 2 skip
at 2 look
at 10 skip
at 10 look
at 11 skip
at 11 look
at 12 skip
at 12 look
at 12 result
---
0 ready "Turn"
2 count 3
2 start 1/2 "Turn"
2 step 1/2 "Sit tall, feet flat, and turn slowly."
2 | running Turn move-out side=1 rep=1/2 left=2 pose=0.00 total=57 of 62
4 hold 1/2
6.2 step 1/2 "Come back to the middle."
7 count 1/2 3
8 count 1/2 2
9 count 1/2 1
10 back 1/2
10 rest "Circle"
10 | running Circle rest side=0 rep=0/0 left=5 pose=0.00 total=17 of 62
11 start 1/3 "Circle"
11 | running Circle move-out side=0 rep=1/3 left=2 pose=0.00 total=12 of 62
12 end "Small"
12 | ended Circle  side=0 rep=0/0 left=0 pose=0.00 total=0 of 62
12 = abandoned from 0 to 12, active 12, paused 0: turn skipped 8 circle skipped 1
