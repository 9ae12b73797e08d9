# As much of Homebrew as the formula speaks to: brew.rb FORMULA PREFIX JDK, in what the formula's address holds unpacked.
require 'fileutils'
require 'pathname'

FORMULA, PREFIX, JDK = ARGV

class Pathname
  def install(*things)
    mkpath
    things.flatten.each do |thing|
      pairs = thing.is_a?(Hash) ? thing : { thing => File.basename(thing) }
      pairs.each { |from, to| FileUtils.cp_r(from, self / to) }
    end
  end

  def install_symlink(*things)
    mkpath
    things.flatten.each { |thing| FileUtils.ln_s(thing, self) }
  end

  def write_env_script(target, env)
    dirname.mkpath
    settings = env.map { |name, value| format('%s="%s" ', name, value) }.join
    write(format("#!/bin/bash\n%sexec \"%s\" \"$@\"\n", settings, target))
    chmod(0o755)
  end
end

module Language
  module Java
    def self.overridable_java_home_env
      { JAVA_HOME: '${JAVA_HOME:-' + JDK + '}' }
    end
  end
end

class Formula
  include FileUtils

  class << self
    attr_reader :tested

    %i[desc homepage url sha256 license depends_on].each { |word| define_method(word) { |*| } }

    def test(&block)
      @tested = block
    end
  end

  { libexec: 'libexec', bin: 'bin', man1: 'share/man/man1', bash_completion: 'etc/bash_completion.d',
    zsh_completion: 'share/zsh/site-functions' }
    .each { |word, place| define_method(word) { Pathname(PREFIX) / place } }

  def shell_output(line)
    `#{line}`
  end

  def assert_match(wanted, said)
    said.include?(wanted) || abort("no #{wanted} in #{said}")
  end
end

load FORMULA
formula = Zundacast.new
formula.install
formula.instance_eval(&Zundacast.tested)
puts 'tested'
