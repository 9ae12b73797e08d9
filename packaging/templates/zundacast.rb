# Homebrew: put this into Formula/ of a tap; brew install TAP/zundacast.
class Zundacast < Formula
  desc "Turns podcast posts into episodes spoken by VOICEVOX"
  homepage "@URL@"
  url "@URL@/releases/download/v@VERSION@/zundacast-@VERSION@.zip"
  sha256 "@ZIP_SHA256@"
  license "MIT"

  depends_on "openjdk"

  def install
    rm Dir["bin/*.cmd"]
    libexec.install Dir["*"]
    (bin/"zundacast").write_env_script libexec/"bin/zundacast", Language::Java.overridable_java_home_env
    man1.install_symlink Dir[libexec/"share/man/man1/*"]
    bash_completion.install libexec/"share/completions/zundacast.bash" => "zundacast"
    zsh_completion.install libexec/"share/completions/zundacast.zsh" => "_zundacast"
  end

  test do
    assert_match "枝豆", shell_output("#{bin}/zundacast read 枝豆")
  end
end
