# Back to the beginning of the side, then to the one before, then no further.
at 0 start
at 28 look
at 28 back
at 28 look
at 29 back
at 29 look
at 30 back
at 30 look
at 51 look
at 55 end
at 55 result
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
21 count 2/2 2
22 count 2/2 1
23 back 2/2
25 side 1/2 "Turn"
27 hold 1/2
28 | running Turn hold side=2 rep=1/2 left=5 pose=1.00 total=34 of 62
28 start 1/2 "Turn"
28 step 1/2 "Sit tall, feet flat, and turn slowly."
28 | running Turn move-out side=1 rep=1/2 left=2 pose=0.00 total=57 of 62
29 start 1/2 "Turn"
29 step 1/2 "Sit tall, feet flat, and turn slowly."
29 | running Turn move-out side=1 rep=1/2 left=2 pose=0.00 total=57 of 62
30 start 1/2 "Turn"
30 step 1/2 "Sit tall, feet flat, and turn slowly."
30 | running Turn move-out side=1 rep=1/2 left=2 pose=0.00 total=57 of 62
32 hold 1/2
34.2 step 1/2 "Come back to the middle."
35 count 1/2 3
36 count 1/2 2
37 count 1/2 1
38 back 1/2
40 repeat 2/2
42 hold 2/2
45 count 2/2 3
46 count 2/2 2
47 count 2/2 1
48 back 2/2
50 side 1/2 "Turn"
51 | running Turn move-out side=2 rep=1/2 left=1 pose=0.50 total=36 of 62
52 hold 1/2
55 count 1/2 3
55 = abandoned from 0 to 55, active 55, paused 0: turn partly 50 circle not-reached 0
