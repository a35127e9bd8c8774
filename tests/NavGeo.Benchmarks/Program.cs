using NavGeo.Benchmarks;
using NavGeo.Data.Input;

try
{
    return args switch
    {
        ["measure", .. string[] rest] => MeasureCommand.Run(new Arguments(rest)),
        ["generate", .. string[] rest] => GenerateCommand.Run(new Arguments(rest)),
        ["meeting", .. string[] rest] => await MeetingCommand.Run(new Arguments(rest)),
        _ => throw new UsageException("write 'measure --graph FILE --sources FILE --targets FILE', 'generate --nodes N -o FILE' or 'meeting --case DIR'"),
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
