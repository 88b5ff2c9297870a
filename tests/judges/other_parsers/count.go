// How many events golang-ical reads in a file, each with its start.
package main

import (
	"fmt"
	"os"

	ics "github.com/arran4/golang-ical"
)

func main() {
	file, _ := os.Open(os.Args[1])
	whole, err := ics.ParseCalendar(file)
	if err != nil {
		panic(err)
	}
	for _, event := range whole.Events() {
		if _, err := event.GetStartAt(); err != nil {
			if _, err := event.GetAllDayStartAt(); err != nil {
				panic(err)
			}
		}
	}
	fmt.Println(len(whole.Events()))
}
