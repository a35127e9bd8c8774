namespace NavGeo.Cli;

/// <summary>What the process says at its end; scripts depend on the numbers.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The question has no answer.</summary>
    public const int Infeasible = 3;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>A bug in NavGeo.</summary>
    public const int Bug = 70;
}
