# Away while breathing out: the breath begins anew, and nothing unseen counts.
plan calm
at 0 start
at 30 skip
at 30 skip
at 34 lock
at 94 unlock
at 94 look
at 95 resume
at 200 result
---
0 ready "Hands"
2.5 step "Make fists."
3 count 3
4 count 2
5 count 1
6 tense 1/2 "Hands"
11 let-go 1/2
11 step 1/2 "Let your hands open."
30 rest "Breathe"
30 breathe-in 1/4
33 breathe-out 1/4
94 | interrupted Breathe breathe-in side=0 rep=1/4 left=3 pose=0.00 total=24 of 88
95 breathe-in 1/4
98 breathe-out 1/4
101 breathe-in 2/4
104 breathe-out 2/4
107 breathe-in 3/4
110 breathe-out 3/4
113 breathe-in 4/4
116 breathe-out 4/4
119 end "Calm"
200 = partly from 0 to 119, active 58, paused 61: hands skipped 24 breathing completed 28
