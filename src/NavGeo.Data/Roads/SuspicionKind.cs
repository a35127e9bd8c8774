namespace NavGeo.Data.Roads;

/// <summary>Why a place in a network should be looked at.</summary>
public enum SuspicionKind
{
    /// <summary>A motorway ends with no road to go on along: at the edge of an extract, or a link is missing.</summary>
    DeadEndMotorway = 0,

    /// <summary>A part of the network, a kilometre of road or more, that nothing joins to the largest part.</summary>
    CutOffPart,

    /// <summary>A ferry line ends with no road within reach.</summary>
    OpenQuay,

    /// <summary>The way between the road and the ferry is NavGeo's guess.</summary>
    GuessedQuay,

    /// <summary>A European or national road, or a motorway, whose speed is the default of its class while most such roads have theirs.</summary>
    AssumedSpeed,

    /// <summary>Roads that one can drive into and not out of, or out of and not into.</summary>
    OneWayTrap,
}
