using NavGeo.Benchmarks;
using NavGeo.Benchmarks.Fuzzing;
using NavGeo.Benchmarks.Osm;
using NavGeo.Benchmarks.Streets;
using NavGeo.Planning.Language;

try
{
    return args switch
    {
        ["measure", .. string[] rest] => MeasureCommand.Run(new Arguments(rest)),
        ["generate", .. string[] rest] => GenerateCommand.Run(new Arguments(rest)),
        ["street-country", .. string[] rest] => StreetCountryCommand.Run(new Arguments(rest)),
        ["compare", .. string[] rest] => CompareCommand.Run(rest),
        ["answers", .. string[] rest] => AnswersCommand.Run(new Arguments(rest)),
        ["meeting", .. string[] rest] => await MeetingCommand.Run(new Arguments(rest)),
        ["meeting-page", .. string[] rest] => await MeetingPageCommand.Run(new Arguments(rest)),
        ["cluster", .. string[] rest] => await ClusterCommand.Run(new Arguments(rest)),
        ["tile-osm", .. string[] rest] => TileOsmCommand.Run(new Arguments(rest)),
        ["import", .. string[] rest] => ImportCommand.Run(new Arguments(rest)),
        ["transit", .. string[] rest] => TransitCommand.Run(new Arguments(rest)),
        ["visits", .. string[] rest] => VisitsCommand.Run(new Arguments(rest)),
        ["fuzz", .. string[] rest] => FuzzCommand.Run(new Arguments(rest)),
        _ => throw new UsageException("write 'measure --graph FILE --sources FILE --targets FILE', 'generate --nodes N -o FILE', 'street-country -o DIR', 'meeting --case DIR', 'answers --case DIR', 'compare --before DLL --after DLL -- COMMAND', 'meeting-page --case DIR', 'cluster', 'tile-osm --extract FILE --copies N -o FILE', 'import --roads FILE', 'transit --timetable FILES --from FILE --to FILE --date D', 'visits --case DIR --timetable FILE --date D' or 'fuzz --reader NAME|all --cases N --seed S'"),
    };
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 2;
}
catch (InputException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
