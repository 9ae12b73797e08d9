package dev.zundacast.studio;

import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.build.BuildOptions;
import dev.zundacast.pipeline.show.ShowFolder;

/**
 * The show that a studio works on.
 *
 * @param show its folder
 * @param settings as its zundacast.yaml says
 * @param workspace where its scripts, voices and what is made lie
 * @param build how its episodes are built
 * @param engines opens the engines that speak
 * @param version of the program, for people
 */
public record StudioSite(
    ShowFolder show,
    Settings settings,
    Workspace workspace,
    BuildOptions build,
    EngineSource engines,
    String version) {}
