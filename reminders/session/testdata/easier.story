# Half the hold from here on: this one ends when 3 seconds are over, the rest follow.
at 0 start
at 8 easier
at 8 look
at 12 look
at 12 easier
at 12 look
at 80 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
8 easier 1/2 "Half as far."
8 | running Turn hold side=1 rep=1/2 left=2 pose=1.00 total=42 of 50
9.2 step 1/2 "Come back to the middle."
10 back 1/2
12 repeat 2/2
12 | running Turn move-out side=1 rep=2/2 left=2 pose=0.00 total=38 of 50
12 easier 2/2 "Half as far."
12 | running Turn move-out side=1 rep=2/2 left=2 pose=0.00 total=31 of 43
14 hold 2/2
17 back 2/2
19 side 1/1 "Turn"
21 hold 1/1
24 back 1/1
26 rest "Circle"
28 count 3
29 count 2
30 count 1
31 start 1/3 "Circle"
33 back 1/3
35 repeat 2/3
37 back 2/3
39 repeat 3/3
41 back 3/3
43 end "Small"
80 = completed from 0 to 43, active 43, paused 0: turn completed 21 circle completed 12
