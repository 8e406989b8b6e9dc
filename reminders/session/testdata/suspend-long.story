# A sleep in the middle of a hold waits at its beginning, and catches nothing up.
at 0 start
at 9 suspend
at 609 wake
at 610 look
at 620 resume
at 624 end
at 624 result
---
0 ready "Turn"
2 count 3
3 count 2
4 count 1
5 start 1/2 "Turn"
5 step 1/2 "Sit tall, feet flat, and turn slowly."
7 hold 1/2
610 | interrupted Turn hold side=1 rep=1/2 left=6 pose=1.00 total=55 of 62
620 hold 1/2
622.2 step 1/2 "Come back to the middle."
623 count 1/2 3
624 count 1/2 2
624 = abandoned from 0 to 624, active 13, paused 611: turn partly 8 circle not-reached 0
