package main

import "github.com/unhunch/unhunch/content"

// synonyms are words people use for a fact that its name does not have.
var synonyms = map[content.Condition][]string{
	"anti-inflammatories":   {"nsaid", "nsaids", "ibuprofen", "naproxen", "diclofenac"},
	"blood-thinners":        {"anticoagulant", "anticoagulants", "warfarin", "apixaban", "rivaroxaban", "dabigatran", "heparin"},
	"clot-past":             {"past clot", "past blood clot"},
	"disc-problem":          {"herniated disc", "prolapsed disc", "disc hernia"},
	"fever":                 {"flu", "influenza"},
	"heart-disease":         {"angina", "heart failure", "heart attack", "stroke"},
	"high-blood-pressure":   {"hypertension"},
	"leg-clot":              {"dvt", "deep vein thrombosis"},
	"multiple-sclerosis":    {"ms"},
	"osteoporosis":          {"brittle bones"},
	"over-65":               {"65", "65 or over", "older than 65"},
	"pain-masking-medicine": {"opioids"},
	"reduced-sensation":     {"numbness", "reduced feeling", "reduced skin feeling"},
}

// unclear are words that people use for several facts, or for one that may not
// be theirs. They are never taken for one; the answer names the facts.
var unclear = map[string][]content.Condition{
	"arthritis":            {"inflammatory-arthritis", "rheumatoid-neck"},
	"blood-clot":           {"leg-clot", "clot-past"},
	"clot":                 {"leg-clot", "clot-past"},
	"cold":                 {"fever", "raynaud"},
	"hernia":               {"disc-problem"},
	"neuropathy":           {"diabetes-nerve-damage", "reduced-sensation"},
	"rheumatoid":           {"inflammatory-arthritis", "rheumatoid-neck"},
	"rheumatoid-arthritis": {"inflammatory-arthritis", "rheumatoid-neck"},
	"thrombosis":           {"leg-clot", "clot-past"},
}

// fragments are parts of names that mean nothing by themselves.
var fragments = []string{"a weak", "heat makes you worse", "not under control", "over", "under 48 hours old"}
