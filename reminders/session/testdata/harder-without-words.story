# The library has no harder version of the second one.
at 0 start
at 1 skip
at 2 skip
at 3 skip
at 4 harder
at 4 look
at 5 easier
at 5 look
at 6 end
---
0 ready "Turn"
1 start 1/2 "Turn"
1 step 1/2 "Sit tall, feet flat, and turn slowly."
2 rest "Circle"
3 start 1/3 "Circle"
4 | running Circle move-out side=0 rep=1/3 left=1 pose=0.50 total=11 of 62
5 back 1/3
5 easier 1/2 "Smaller."
5 | running Circle move-back side=0 rep=1/2 left=2 pose=1.00 total=6 of 58
