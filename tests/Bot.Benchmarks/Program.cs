using System.CommandLine;
using Bot.Benchmarks;

var ask = new Command("ask", "Wall time of `ask` as a process of its own, and of the answering in it.");
ask.SetAction(_ => AskBenchmark.Run());
var service = new Command("service", "From an update stored to its answer sent, through the service, the simulator and a database file.");
service.SetAction((_, stop) => ServiceBenchmark.RunAsync(stop));

var questions = new Option<int>("--questions") { Description = "How many are asked in all.", DefaultValueFactory = _ => 60_000 };
var load = new Command("load", "Sustained: a thousand people ask without a pause; the bot is a process of its own.") { questions };
load.SetAction((result, stop) => LoadBenchmark.RunAsync(result.GetValue(questions), stop));

var inputs = new Option<DirectoryInfo?>("--inputs") { Description = "A folder of JSON files whose strings are mixed in." };
var count = new Option<int>("--count") { Description = "How many texts are sent.", DefaultValueFactory = _ => 100_000 };
var hostile = new Command("hostile", "Texts made to break things: each must be answered, in words that Telegram's parser takes, without an error logged.") { inputs, count };
hostile.SetAction((result, stop) => HostileBenchmark.RunAsync(result.GetValue(count), result.GetValue(inputs), stop));
var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 50 };
var withModel = new Option<bool>("--with-model") { Description = "A model that takes 0.3 s composes the answers." };
var crash = new Command("crash", "kill -9 under load with random faults: no question may stay unanswered, and each answer that came twice must be explained.") { kills, withModel };
crash.SetAction((result, stop) => CrashBenchmark.RunAsync(result.GetValue(kills), result.GetValue(withModel), stop));
var hours = new Option<double>("--hours") { Description = "Of simulated time.", DefaultValueFactory = _ => 8 };
var clock = new Command("clock", "Hours of simulated time with faults and outages: memory must be steady and no row stuck.") { hours };
clock.SetAction((result, stop) => ClockBenchmark.RunAsync(result.GetValue(hours), stop));
var page = new Command("page", "The local page in a real Chromium: first paint, weight, an answer on screen, and 200 pages open at once.");
page.SetAction((_, stop) => PageBenchmark.RunAsync(stop));
var picture = new Option<FileInfo>("--out") { DefaultValueFactory = _ => new FileInfo("src/Bot/Web/page.png") };
var screenshot = new Command("screenshot", "Makes the picture of the page that the README shows.") { picture };
screenshot.SetAction((result, stop) => Screenshot.TakeAsync(result.GetRequiredValue(picture), stop));
var clapNq = new Option<DirectoryInfo>("--clapnq") { Description = "CLAP NQ's development set, as two files.", Required = true };
var xquad = new Option<DirectoryInfo>("--xquad") { Description = "XQuAD in the BEIR layout, question and text in one language.", Required = true };
var folder = new Option<DirectoryInfo>("--out") { Description = "Where the cases are written.", Required = true };
var cases = new Command("cases", "Turns CLAP NQ and XQuAD into cases for `eval answers`.") { clapNq, xquad, folder };
cases.SetAction(result => SharedCases.Write(result.GetRequiredValue(clapNq), result.GetRequiredValue(xquad), result.GetRequiredValue(folder)));
var list = new Option<FileInfo>("--file") { Description = "Names with their spellings, as JSON.", Required = true };
var names = new Command("names", "Whether names are found across scripts, with no lexicon to help.") { list };
names.SetAction(result => NamesBenchmark.Run(result.GetRequiredValue(list)));

var written = new Option<DirectoryInfo>("--cases") { Description = "What the command `cases` wrote: the corpus is made of its sentences.", Required = true };
var sizes = new Option<int[]>("--passages") { Description = "How large the corpora are; 310,000 passages are some 270 MB of text.", DefaultValueFactory = _ => [10_000, 100_000, 310_000, 1_000_000], AllowMultipleArgumentsPerToken = true };
var index = new Command("index", "The index over large corpora that are the same everywhere, beside SQLite's: building, memory, saving, loading, ranking.") { written, sizes };
index.SetAction(result => IndexBenchmark.Run(result.GetRequiredValue(written), result.GetRequiredValue(sizes)));

var statements = new Option<DirectoryInfo>("--statements") { DefaultValueFactory = _ => new DirectoryInfo("tests/statements") };
var someClapNq = new Option<DirectoryInfo?>("--clapnq") { Description = "CLAP NQ's development set: also sentences, what people wrote of them, and lies made of them." };
var allXquad = new Option<DirectoryInfo?>("--xquad") { Description = "The folder that holds XQuAD's folders, with --clapnq." };
var verbose = new Option<string?>("--verbose") { Description = "Print each lie of this kind that was missed, or honest statement that was dropped: 'number', 'number ru', or '' for all." };
var checker = new Command("checker", "Lies and honest statements through the citation checker.") { statements, someClapNq, allXquad, verbose };
checker.SetAction(result => CheckerBenchmark.Run(result.GetRequiredValue(statements), result.GetValue(someClapNq), result.GetValue(allXquad), result.GetValue(verbose)));

var attacks = new Option<DirectoryInfo?>("--attacks") { Description = "A folder of text_attack_*.json: instructions to hide in documents and questions." };
var model = new Command("model", "What the bot adds to a model's time, two hundred questions at once, and hidden instructions.") { attacks };
model.SetAction((result, stop) => ModelBenchmark.RunAsync(result.GetValue(attacks), stop));

var sets = new Option<DirectoryInfo[]>("--sets") { Description = "Test collections in the BEIR layout.", Required = true, AllowMultipleArgumentsPerToken = true };
var endpoint = new Option<string?>("--endpoint") { Description = "Where embedding models are served, with its /v1; without one, three stand-ins are measured." };
var embeddingNames = new Option<string[]>("--models") { Description = "Of the embedding models there.", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
var meaning = new Command("meaning", "The ranking by words, by meaning, and by both, over test collections; and how long it takes by meaning among many passages.") { sets, endpoint, embeddingNames };
meaning.SetAction((result, stop) => MeaningBenchmark.RunAsync(result.GetRequiredValue(sets), result.GetValue(endpoint) is { } address ? new Uri(address) : null, result.GetRequiredValue(embeddingNames), stop));

Console.WriteLine(Machine.Describe());
return await new RootCommand("Prints the bot's numbers. Run from the project's root.") { ask, service, load, hostile, crash, clock, page, screenshot, cases, names, index, checker, model, meaning }.Parse(args).InvokeAsync();
