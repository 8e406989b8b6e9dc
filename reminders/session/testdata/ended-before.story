# Closed before it began.
at 3 pause
at 4 end
at 5 start
at 6 look
at 6 result
---
6 | ended Turn ready side=1 rep=0/0 left=5 pose=0.00 total=62 of 62
6 = abandoned from 4 to 4, active 0, paused 0: turn not-reached 0 circle not-reached 0
