<?php
// How many events sabre/vobject reads in a file; a rule is followed for five times.
require '/usr/share/php/Sabre/VObject/autoload.php';
error_reporting(E_ERROR);
$whole = Sabre\VObject\Reader::read(file_get_contents($argv[1]));
$events = $whole->select('VEVENT');
foreach ($events as $event) {
    if (!isset($event->RRULE)) {
        continue;
    }
    $times = new Sabre\VObject\RecurrenceIterator($whole, (string) $event->UID);
    for ($number = 0; $number < 5 && $times->valid(); $number++) {
        $times->next();
    }
}
echo count($events), "\n";
