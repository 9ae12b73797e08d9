@echo off
rem Starts zundacast with a Java 17 or newer: the one in runtime\, else JAVA_HOME's, else the one on the PATH.
setlocal
set "home=%~dp0.."
set "java="
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java.exe"
if not defined java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
  echo zundacast: no Java 17 or newer found. Install one, for example: winget install EclipseAdoptium.Temurin.21.JRE 1>&2
  exit /b 1
)
rem A Java says its version in a file; starting it to ask costs more than a command. A link to one has no such file.
set major=0
for %%j in ("%java%") do set "release=%%~dpj..\release"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" for /f "delims=." %%m in (%%b) do set "major=%%~m"
if %major% NEQ 0 goto known
set "asked=%TEMP%\zundacast-%RANDOM%.txt"
"%java%" -version 2>"%asked%"
for /f "usebackq tokens=2,3" %%a in ("%asked%") do if "%%a"=="version" for /f "delims=." %%m in (%%b) do set "major=%%~m"
del "%asked%" 2>nul
:known
if %major% LSS 17 (
  echo zundacast: "%java%" is older than Java 17. Install a newer one, or set JAVA_HOME. 1>&2
  exit /b 1
)
rem Results are UTF-8, whatever the console is set to.
chcp 65001 >nul
set "ZUNDACAST_HOME=%home%"
set flags=-XX:+UseSerialGC -XX:-UsePerfData -Xss2m -Dfile.encoding=UTF-8 -Djava.awt.headless=true
set "memory=-Xms128m -Xmn64m -Xmx512m"
if "%~1"=="regenerate" set "memory=-Xms128m -Xmn16m -Xmx512m"
if "%~1"=="studio" (set "memory=-Xms64m -Xmn32m -Xmx512m") else set "flags=%flags% -XX:TieredStopAtLevel=1"
if defined ZUNDACAST_MEMORY set "memory=-Xmx%ZUNDACAST_MEMORY%"
set "flags=%flags% %memory%"
if %major% GEQ 24 set flags=%flags% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
rem Since Java 19 it keeps the archive of loaded classes by itself.
if not defined ZUNDACAST_CACHE set "ZUNDACAST_CACHE=%LOCALAPPDATA%\zundacast"
if not exist "%ZUNDACAST_CACHE%" mkdir "%ZUNDACAST_CACHE%" 2>nul
if %major% GEQ 19 set flags=%flags% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ZUNDACAST_CACHE%\classes-%major%.jsa" -Xlog:cds*=off
if %major% GEQ 25 set flags=%flags% -Xlog:aot*=off
"%java%" %flags% -cp "%home%\lib\zundacast.jar" dev.zundacast.cli.Main %*
exit /b %errorlevel%
