using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bot.Configuration;

/// <summary>A YAML file that cannot be used, in words that name the place and say what to do.</summary>
internal sealed class YamlFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A node of a YAML file, read by hand so that every error can name its file, line and key.</summary>
internal sealed class YamlFile(string name, YamlNode node)
{
    private const int DeepestNesting = 20;

    /// <exception cref="YamlFileException">The text is no YAML, or holds more than one document.</exception>
    public static YamlFile Parse(string name, string text)
    {
        var stream = new YamlStream();
        Reading(name, () => stream.Load(new StringReader(text)));
        if (stream.Documents.Count > 1) throw new YamlFileException($"{name}: holds {stream.Documents.Count} YAML documents where one is expected");
        return new YamlFile(name, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
    }

    /// <summary>The same for YAML that strangers wrote: without references, which can go in circles, and not nested deep.</summary>
    /// <exception cref="YamlFileException">The text is no such YAML.</exception>
    public static YamlFile ParsePlain(string name, string text)
    {
        Reading(name, () =>
        {
            var (parser, depth) = (new Parser(new StringReader(text)), 0);
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                if (parser.Current is AnchorAlias || depth > DeepestNesting) throw new YamlFileException($"{name}, line {parser.Current.Start.Line}: references and deep nesting are not allowed here");
            }
        });
        return Parse(name, text);
    }

    private static void Reading(string name, Action read)
    {
        try
        {
            read();
        }
        catch (YamlException fault)
        {
            throw new YamlFileException($"{name}, line {fault.Start.Line}: {fault.Message}", fault);
        }
        // What the parser itself did not foresee, such as "title: [unclosed".
        catch (InvalidOperationException fault)
        {
            throw new YamlFileException($"{name}: is no valid YAML; a bracket or a quote may not be closed", fault);
        }
    }

    /// <exception cref="YamlFileException">The file cannot be read or is no YAML.</exception>
    public static YamlFile Load(string path) => Parse(path, ReadAll(path));

    /// <exception cref="YamlFileException">The file cannot be read or is no such YAML.</exception>
    public static YamlFile LoadPlain(string path) => ParsePlain(path, ReadAll(path));

    private static string ReadAll(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new YamlFileException($"{path}: {fault.Message}", fault);
        }
    }

    public IEnumerable<YamlFile> Items => node is YamlSequenceNode list
        ? list.Children.Select(Wrap)
        : throw Fault("a list is expected here");

    public IEnumerable<KeyValuePair<string, YamlFile>> Entries => node is YamlMappingNode map
        ? map.Children.Select(pair => KeyValuePair.Create(Wrap(pair.Key).Text, Wrap(pair.Value)))
        : throw Fault("keys with values are expected here");

    public string Text => node is YamlScalarNode scalar ? scalar.Value ?? "" : throw Fault("a plain text is expected here");

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts => node is YamlScalarNode ? [Text] : [.. Items.Select(item => item.Text)];

    public YamlFile? Find(string key)
    {
        if (node is not YamlMappingNode map) throw Fault("keys with values are expected here");
        return map.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? Wrap(value) : null;
    }

    public YamlFile this[string key] => Find(key) ?? throw Fault($"the key '{key}' is missing");

    public string? FindText(string key) => Find(key)?.Text;

    /// <exception cref="YamlFileException">A key is none of <paramref name="known"/>.</exception>
    public void AllowOnly(params ReadOnlySpan<string> known)
    {
        foreach (var (key, value) in Entries)
        {
            if (known.Contains(key)) continue;
            var hint = Suggestion.For(key, known.ToArray()) is { } near ? $"; did you mean '{near}'?" : $"; known are {string.Join(", ", known.ToArray())}";
            throw value.Fault($"the key '{key}' is unknown{hint}");
        }
    }

    public YamlFileException Fault(string what) => new($"{name}, line {node.Start.Line}: {what}");

    private YamlFile Wrap(YamlNode child) => new(name, child);

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };
}
