using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace NavGeo.Web.Safety;

/// <summary>
/// Links by which others on the network come in, one for each address of this machine. The code stands behind #: browsers keep
/// that to themselves, so that no log on the way holds it.
/// </summary>
public static class SharedLinks
{
    /// <summary>The links; none on a machine without a network.</summary>
    /// <param name="port">What the meeting listens on.</param>
    /// <param name="code">What lets somebody in.</param>
    public static IReadOnlyList<string> Of(int port, string code) =>
        [.. Addresses().Select(address => FormattableString.Invariant($"http://{address}:{port}/#{code}"))];

    private static IEnumerable<IPAddress> Addresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
