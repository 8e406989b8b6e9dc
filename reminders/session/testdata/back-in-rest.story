# In a rest, back is to the side that was just done.
at 0 start
at 47 look
at 47 back
at 47 look
at 60 result
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
30 count 1/2 3
31 count 1/2 2
32 count 1/2 1
33 back 1/2
35 repeat 2/2
37 hold 2/2
40 count 2/2 3
41 count 2/2 2
42 count 2/2 1
43 back 2/2
45 rest "Circle"
47 count 3
47 | running Circle rest side=0 rep=0/0 left=3 pose=0.00 total=15 of 62
47 side 1/2 "Turn"
47 | running Turn move-out side=2 rep=1/2 left=2 pose=0.00 total=37 of 62
49 hold 1/2
52 count 1/2 3
53 count 1/2 2
54 count 1/2 1
55 back 1/2
57 repeat 2/2
59 hold 2/2
60 = partly from 0 to 60, active 60, paused 0: turn completed 53 circle not-reached 0
