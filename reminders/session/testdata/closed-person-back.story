# Whoever presses a key is back, whatever the sensors say.
at 0 start
at 9 close
at 40 resume
at 41 look
at 42 end
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
40 hold 1/2
41 | running Turn hold side=1 rep=1/2 left=5 pose=1.00 total=54 of 62
