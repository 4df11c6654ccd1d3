package build_test
import ("testing";"os";"runtime/debug";"blandongan/internal/build")
func BenchmarkProf(b *testing.B) {
	root, _ := os.OpenRoot(os.Getenv("SITE"))
	debug.SetGCPercent(50)
	for b.Loop() {
		os.RemoveAll(os.Getenv("SITE")+"/public")
		build.New(build.Config{Root: root.FS(), Out: os.Getenv("SITE")+"/public", Templates: builtin}).Build(noon)
	}
}
