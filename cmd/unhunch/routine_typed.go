package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

// parseItem reads an exercise of a routine as it is typed: chin-tuck,
// chin-tuck:8, neck-turn:3x10, neck-turn:3x10:left. An exercise is found by its
// id or its name, as everywhere.
func parseItem(lib *content.Library, typed string) (packs.Item, error) {
	parts := strings.Split(typed, ":")
	on, err := exerciseShelf(lib)
	if err != nil {
		return packs.Item{}, err
	}
	i, err := on.find(parts[0])
	if err != nil {
		return packs.Item{}, err
	}
	item := packs.Item{Exercise: on.entries[i].id}
	given := map[string]bool{}
	for _, part := range parts[1:] {
		part = strings.ToLower(strings.TrimSpace(part))
		kind := "amount"
		switch part {
		case string(content.LeftSide), string(content.RightSide):
			kind, item.Side = "side", content.Side(part)
		case "both":
			kind = "side"
		default:
			err = parseAmount(part, &item)
		}
		if err != nil || given[kind] {
			return item, wrong(catalog.L("write it as chin-tuck, chin-tuck:8, neck-turn:3x10 or neck-turn:3x10:left"),
				catalog.L("{{.Given}} makes no sense in {{.Item}}", catalog.D{"Given": quoted(part), "Item": quoted(typed)}))
		}
		given[kind] = true
	}
	return item, nil
}

// parseAmount reads repetitions and how long each is held: 3, 3x10, 3x10s, x10.
func parseAmount(text string, into *packs.Item) error {
	reps, hold, held := strings.Cut(strings.ReplaceAll(text, "×", "x"), "x")
	number := func(text string, into *int) error {
		n, err := strconv.ParseUint(strings.TrimSpace(text), 10, 31)
		if err == nil && n == 0 {
			err = strconv.ErrRange
		}
		*into = int(n)
		return err
	}
	if reps != "" || !held {
		if err := number(reps, &into.Reps); err != nil {
			return err
		}
	}
	if held {
		return number(strings.TrimSuffix(hold, "s"), &into.HoldS)
	}
	return nil
}

// parseRest reads a rest in seconds; 0 is none.
func parseRest(text string) (int, error) {
	if text == "0" {
		return 0, nil
	}
	d, err := readLength(text)
	if err != nil {
		return 0, err
	}
	return int(d / time.Second), nil
}

// ordinal is a place in a list, from 1, of its index.
func ordinal(index string) string {
	n, err := strconv.Atoi(index)
	if err != nil {
		return index
	}
	return strconv.Itoa(n + 1)
}
