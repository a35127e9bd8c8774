using NavGeo.Benchmarks;

try
{
    return args switch
    {
        ["generate", .. string[] rest] => GenerateCommand.Run(new Arguments(rest)),
        ["order", .. string[] rest] => OrderCommand.Run(rest),
        _ => throw new UsageException("write 'measure' or 'generate'"),
    };
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 2;
}
