# How many events Data::ICal reads in a file.
use strict;
use warnings;
use Data::ICal;
my $whole = Data::ICal->new(filename => $ARGV[0]) or die "refused\n";
print scalar(grep { $_->ical_entry_type eq 'VEVENT' } @{ $whole->entries }), "\n";
