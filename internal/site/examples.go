package site

// How each kind of literal is written, for hints. Codes are text and stay in
// quotes: YAML would read 36.10 as a number.

// Example returns a province's code.
func (*ProvinceCode) Example() string { return `"12"` }

// Example returns a city's code.
func (*CityCode) Example() string { return `"12.34"` }

// Example returns a region's code.
func (*RegionCode) Example() string { return `"12.34"` }

// Example returns a kecamatan's code.
func (*KecamatanCode) Example() string { return `"12.34.56"` }

// Example returns a kelurahan's code.
func (*KelurahanCode) Example() string { return `"12.34.56.1001"` }

// Example returns a day, exact as wished for.
func (*Day) Example() string { return "2017-11-07" }

// Example returns a date.
func (*Date) Example() string { return "2017-11-07" }

// Example returns a source's date.
func (*SourceDate) Example() string { return "2017-11-07" }

// Example returns the date of an article.
func (*Moment) Example() string { return "2017-11-07" }

// Example returns a period.
func (*Period) Example() string { return "2017" }

// Example returns a web address.
func (*URL) Example() string { return "https://contoh.id/" }

// Example returns the address of a site.
func (*BaseURL) Example() string { return "https://contoh.id/" }

// Example returns an address for mail.
func (*Email) Example() string { return "redaksi@contoh.id" }

// Example returns a language.
func (*Language) Example() string { return "id" }

// Example returns a folder on a server.
func (*SFTP) Example() string { return "etalase@host.example/home/etalase/public_html" }

// Example returns a place in a bucket.
func (*S3) Example() string { return "https://s3.example.org/bucket/etalase" }

// Example returns a BPS code.
func (*BPSCode) Example() string { return `"1234"` }

// Example returns a postal code.
func (*PostalCode) Example() string { return `"15310"` }

// Example returns the last part of an address.
func (*Slug) Example() string { return "alamat-pendek" }

// Example returns a time zone.
func (*Zone) Example() string { return "Asia/Jakarta" }

// Example returns the name of a day.
func (*Weekday) Example() string { return "Selasa" }
