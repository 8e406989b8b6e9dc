# A program that stutters loses no time, and says nothing late.
at 0 start
at 6 gone 9
at 15 look
at 16 end
at 16 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
15 repeat 2/2
15 | running Turn move-out side=1 rep=2/2 left=2 pose=0.00 total=47 of 62
16 = abandoned from 0 to 16, active 16, paused 0: turn partly 11 circle not-reached 0
