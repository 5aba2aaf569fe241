<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Package;

use FilesystemIterator;
use ParseError;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** The folder that is packed: whether it holds all that it asks for, and nothing else. */
final class AppFolder {
	/** Characters in which a file says its licence. */
	private const HEAD = 600;

	/** The store reads these, up to this size. */
	private const METADATA = '~^(appinfo/.*|CHANGELOG.*\.md|README\.md)$~';
	private const MOST = 1 << 20;

	/** What is for making the app. */
	private const FOREIGN = '~(^|/)(\.[^/]+|node_modules|tests?|src|scripts|docs|build|vendor(-bin)?|composer\.(json|lock)|compose\.yaml|psalm\.xml|package(-lock)?\.json|(CONTRIBUTING|SECURITY|CODE_OF_CONDUCT)\.md|[^/]+\.(map|log|ts|vue|orig|rej))$~';

	/** @var array<string, string> text by path */
	private array $files = [];

	/** @var list<string> */
	private array $faults = [];

	public function __construct(
		private readonly string $folder,
	) {
		$entries = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS), RecursiveIteratorIterator::SELF_FIRST);
		foreach ($entries as $entry) {
			$path = substr($entry->getPathname(), strlen($folder) + 1);
			if ($entry->isLink() || preg_match(self::FOREIGN, $path) === 1) {
				$this->faults[] = "$path does not belong there";
			}
			if ($entry->isFile()) {
				$this->files[$path] = (string)file_get_contents($entry->getPathname());
			}
		}
		ksort($this->files);
	}

	/** @return list<string> each as a sentence */
	public function faults(): array {
		$this->checkInfo();
		$this->checkPhp();
		$this->checkBundles();
		$this->checkLicences();
		foreach (preg_grep(self::METADATA, array_keys($this->files)) as $path) {
			if (strlen($this->files[$path]) > self::MOST) {
				$this->faults[] = "$path is larger than 1 MiB";
			}
		}
		return $this->faults;
	}

	private function checkInfo(): void {
		$xml = $this->files['appinfo/info.xml'] ?? '';
		array_push($this->faults, ...array_map(static fn (string $fault): string => "appinfo/info.xml: $fault", AppInfo::faults($xml)));
		$text = static fn (string $name): string => preg_match("~<$name>([^<]*)</$name>~", $xml, $found) === 1 ? $found[1] : '';
		if ($text('id') !== basename($this->folder)) {
			$this->faults[] = 'the folder is not called as the app';
		}
		foreach (AppInfo::classes($xml) as $class) {
			$path = 'lib/' . strtr(substr($class, strlen('OCA\\' . $text('namespace') . '\\')), '\\', '/') . '.php';
			$this->must($path, "$class of info.xml");
		}
		if ($text('icon') !== '') {
			$this->must('img/' . $text('icon'), 'the icon of info.xml');
		}
		// The store takes the section of a released version; before, it is what is not released yet.
		preg_match_all('/^## (\[Unreleased\]|\d+\.\d+\.\d+)/m', $this->files['CHANGELOG.md'] ?? '', $headings);
		if (!in_array($headings[1][0] ?? '', ['[Unreleased]', $text('version')], true)) {
			$this->faults[] = "CHANGELOG.md does not begin with {$text('version')}";
		}
	}

	/** Constants of the class itself are read as what they stand for. */
	private static function withConstants(string $arguments, string $code): string {
		return (string)preg_replace_callback(
			'/self::(\w+)/',
			static fn (array $name): string => preg_match("/const $name[1] = ('[^']*');/", $code, $value) === 1 ? $value[1] : $name[0],
			$arguments,
		);
	}

	/** Every file is PHP, and finds what it names. */
	private function checkPhp(): void {
		foreach (preg_grep('/\.php$/', array_keys($this->files)) as $path) {
			$code = $this->files[$path];
			try {
				token_get_all($code, TOKEN_PARSE);
			} catch (ParseError $e) {
				$this->faults[] = "$path:{$e->getLine()} {$e->getMessage()}";
			}
			preg_match_all('~__DIR__ \. \'(/[^\']+)\'~', $code, $found);
			foreach ($found[1] as $relative) {
				$named = self::normal(dirname($path) . $relative);
				if (!is_dir("$this->folder/$named")) {
					$this->must($named, $path);
				}
			}
			preg_match_all('/\badd(?:Init)?(Script|Style)\(([^;]*)\);/', $code, $calls, PREG_SET_ORDER);
			foreach ($calls as [, $what, $arguments]) {
				$arguments = self::withConstants($arguments, $code);
				if (preg_match('/^(?:Application::APP_ID|\'reseau\'), \'([\w-]+)\'$/', $arguments, $name) !== 1) {
					$this->faults[] = "$path asks for a bundle whose name cannot be read: $arguments";
				} elseif ($what === 'Style') {
					$this->must("css/$name[1].css", $path);
				} elseif (!isset($this->files["js/$name[1].mjs"])) {
					$this->must("js/$name[1].js", $path);
				}
			}
			preg_match_all('/\bimagePath\((?:Application::APP_ID|\'reseau\'), \'([\w.-]+)\'\)/', $code, $images);
			foreach ($images[1] as $image) {
				$this->must("img/$image", $path);
			}
		}
	}

	/** Every bundle finds what it loads; every language has the forms that browsers and PHP read. */
	private function checkBundles(): void {
		foreach ($this->files as $path => $code) {
			if (preg_match('~^(js|css)/[^/]+\.(mjs|js|css)$~', $path, $kind) === 1) {
				preg_match_all('~(?:from|import)\s*\(?\s*["\'](\.{1,2}/[\w./-]+)["\']~', $code, $found);
				foreach ($found[1] as $relative) {
					$this->must(self::normal("$kind[1]/$relative"), $path);
				}
				if (str_contains($code, 'sourceMappingURL=')) {
					$this->faults[] = "$path names a source map";
				}
			}
			if (preg_match('~^(l10n/\w+)\.js(?:on)?$~', $path, $language) === 1) {
				$this->must("$language[1].js", $path);
				$this->must("$language[1].json", $path);
			}
		}
	}

	/** The licence of each file is in a file next to it, in its head or in REUSE.toml; each licence is there in full. */
	private function checkLicences(): void {
		preg_match_all('/^path = \[?([^\]\n]+)\]?$/m', $this->files['REUSE.toml'] ?? '', $lists);
		preg_match_all('/"([^"]+)"/', implode(' ', $lists[1]), $patterns);
		$annotated = array_map(static fn (string $pattern): string => '~^' . strtr(preg_quote($pattern, '~'), ['\*\*' => '.*', '\*' => '[^/]*']) . '$~', $patterns[1]);
		$named = [];
		foreach ($this->files as $path => $text) {
			if (str_starts_with($path, 'LICENSES/')) {
				continue;
			}
			preg_match_all('/^.{0,4}SPDX-License-Identifier(?:: | = ")([^"\n]+)/m', str_ends_with($path, '.license') ? $text : self::head($text), $found);
			foreach ($found[1] as $term) {
				preg_match_all('/(?<![\w.-])(?!(?:OR|AND|WITH)\b)[\w.-]+/', $term, $names);
				array_push($named, ...$names[0]);
			}
			$covered = $found[1] !== [] || isset($this->files["$path.license"]) || array_filter($annotated, static fn (string $pattern): bool => preg_match($pattern, $path) === 1) !== [];
			if (!$covered) {
				$this->faults[] = "$path says no licence";
			}
		}
		foreach (array_unique($named) as $licence) {
			$this->must("LICENSES/$licence.txt", 'a licence');
		}
	}

	/** The first lines, none of them cut off. */
	private static function head(string $text): string {
		return strlen($text) <= self::HEAD ? $text : substr($text, 0, (int)strrpos($text, "\n", self::HEAD - strlen($text)));
	}

	private function must(string $path, string $why): void {
		if (!isset($this->files[$path])) {
			$this->faults[] = "$path is missing ($why)";
		}
	}

	/** Without . and .. */
	private static function normal(string $path): string {
		$parts = [];
		foreach (explode('/', $path) as $part) {
			if ($part === '..') {
				array_pop($parts);
			} elseif ($part !== '.' && $part !== '') {
				$parts[] = $part;
			}
		}
		return implode('/', $parts);
	}
}
