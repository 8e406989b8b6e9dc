# Whoever skips the very last way back has done the exercise.
at 0 start
at 44 skip
at 45 skip
at 46 end
at 46 result
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
44 rest "Circle"
45 start 1/3 "Circle"
46 = partly from 0 to 46, active 46, paused 0: turn completed 39 circle partly 1
