# Tensed and let go twice, told before and at each letting go; then breaths, slower
# after the third one: the 6 s that were left are nearest to one of 8 s.
plan calm
at 0 start
at 7 look
at 25 look
at 76 look
at 77 slower
at 200 result
---
0 ready "Hands"
2.5 step "Make fists."
3 count 3
4 count 2
5 count 1
6 tense 1/2 "Hands"
7 | running Hands tense side=0 rep=1/2 left=4 pose=0.00 total=81 of 88
11 let-go 1/2
11 step 1/2 "Let your hands open."
25 | running Hands let-go side=0 rep=1/2 left=6 pose=0.00 total=63 of 88
31 tense 2/2 "Hands"
36 let-go 2/2
36 step 2/2 "Let your hands open."
56 rest "Breathe"
64 breathe-in 1/4
67 breathe-out 1/4
70 breathe-in 2/4
73 breathe-out 2/4
76 breathe-in 3/4
76 | running Breathe breathe-in side=0 rep=3/4 left=3 pose=0.00 total=12 of 88
79 breathe-out 3/4
82 breathe-in 4/4
86 breathe-out 4/4
90 end "Calm"
200 = completed from 0 to 90, active 90, paused 0: hands completed 50 breathing completed 26
