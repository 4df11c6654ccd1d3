package sentences

// Rules holds every rule of the editors' desk: what readers would stumble over although
// the site can be built. Each can be silenced, and package explain tells what it means.
var Rules = map[Code]Entry{}
