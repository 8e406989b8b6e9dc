# The clock is set forward: it looks like a sleep, and waits.
at 0 start
at 9 clock +3000
at 9 look
at 10 resume
at 12 end
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
9 | interrupted Turn hold side=1 rep=1/2 left=6 pose=1.00 total=55 of 62
10 hold 1/2
