using System.Globalization;
using Bot.Presentation;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Rows for a person on a terminal; tab-separated lines for a program.</summary>
internal static class Table
{
    /// <summary>Numbers with a point, whatever the machine's own custom is.</summary>
    public static string Cell(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static void Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (Console.IsOutputRedirected)
        {
            foreach (var row in rows) Console.Out.WriteLine(string.Join('\t', row.Select(AnswerText.Plain)));
            return;
        }
        var table = new Spectre.Console.Table().RoundedBorder().AddColumns([.. columns]);
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(AnswerText.Plain(cell)))]);
        AnsiConsole.Write(table);
    }
}
