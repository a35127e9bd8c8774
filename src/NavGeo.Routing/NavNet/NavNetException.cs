namespace NavGeo.Routing.NavNet;

/// <summary>A .navnet file cannot be used, and why.</summary>
public sealed class NavNetException : Exception
{
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="message">The same in words, for logs.</param>
    public NavNetException(NavNetFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>What is wrong with it.</summary>
    public NavNetFault Fault { get; }
}
