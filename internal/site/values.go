package site

// Values returns an empty one of each type that Entry.Value points to.
func Values() []any {
	var list []any
	for i := range kinds {
		list = append(list, kinds[i].empty())
	}
	return list
}
