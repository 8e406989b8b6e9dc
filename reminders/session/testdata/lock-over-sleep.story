# Locked, asleep, awake, and only then unlocked: nothing runs behind the lock.
at 0 start
at 8 lock
at 9 suspend
at 12 wake
at 14 look
at 15 unlock
at 15 look
at 16 end
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
14 | away Turn hold side=1 rep=1/2 left=5 pose=1.00 total=54 of 62
15 | running Turn hold side=1 rep=1/2 left=5 pose=1.00 total=54 of 62
