# How many events the gem icalendar reads in a file, read strictly.
require "stringio"
require "icalendar"
parser = Icalendar::Parser.new(File.read(ARGV[0], encoding: "utf-8"), true)
parser.component_class = Icalendar::Calendar
puts parser.parse.sum { |each| each.events.length }
