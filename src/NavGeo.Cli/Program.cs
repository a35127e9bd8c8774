using System.Globalization;
using NavGeo.Cli;

return await NavGeoCommand.RunAsync(args, Console.Out, Console.Error, CultureInfo.CurrentUICulture);
