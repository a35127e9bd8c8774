namespace NavGeo.Planning.Figures;

/// <summary>The settings of the planning rules that a case may change in <c>assumptions.csv</c>.</summary>
public enum AssumptionKey
{
    /// <summary>An office should have at least so many employees.</summary>
    MinimumEmployees = 0,

    /// <summary>Staff in an office or at a site with fewer employees than this are isolated.</summary>
    IsolatedBelow,

    /// <summary>An office with so many state årsverk or fewer is a guarantee office (garantikontor).</summary>
    GuaranteeState,

    /// <summary>Operation of an office, NOK an årsverk a year.</summary>
    OperatingNok,

    /// <summary>What a guest municipality pays the host for administration, per cent of its share.</summary>
    AdministrationSupplement,

    /// <summary>Base allocation of a joint office for its first site, årsverk.</summary>
    BaseFirstSite,

    /// <summary>Base allocation of a joint office for each further site, årsverk.</summary>
    BaseFurtherSite,

    /// <summary>0: the smaller part is cut to whole kroner; 1: the municipal part goes to the nearest krone.</summary>
    SplitRounding,

    /// <summary>Per cent of the staff that the state employs, where the årsverk of the units are not split; 0 for unknown.</summary>
    StateStaffPercent,

    /// <summary>Counsellors on duty at a site on a day it is open; those of them whose desk is elsewhere drive there and back.</summary>
    CounsellorsOnDuty,
}
