<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\Command\ExportCommand;
use OCA\Reseau\Integration\Command\ImportCommand;
use OCA\Reseau\Integration\Command\MatchesCommand;
use OCA\Reseau\Integration\Command\ReindexCommand;
use OCA\Reseau\Tests\Integration\Worlds\AsksRegistered;
use OCA\Reseau\Tests\Integration\Worlds\WorldTestCase;
use Symfony\Component\Console\Command\Command;

/**
 * What people meet of Réseau outside of its pages, word by word, in tests/fixtures/answers: the search of Nextcloud, widgets, previews of links,
 * activities, notifications; and the mails of a year.
 */
class ShownTest extends WorldTestCase {
	use AsksRegistered;

	public function testWhatIsRegistered(): void {
		$kernel = $this->copy();
		$texts = [];
		foreach ($this->registered()->all() as $name => $ask) {
			$texts[] = "\n# " . preg_replace('/^OCA.Reseau.Integration./', '', $name);
			$seen = [];
			foreach (['owner', 'member', 'fanny', 'admin', 'newcomer'] as $viewer) {
				$answer = $ask($kernel, $viewer);
				$same = array_search($answer, $seen, true);
				$texts[] = "$viewer: " . ($same === false ? self::readable($answer) : "as $same");
				$seen[$viewer] = $answer;
			}
		}
		self::assertFixture('answers/registered.txt', ltrim(implode("\n", $texts)) . "\n");
	}

	public function testAYear(): void {
		$kernel = $this->aYearLater($this->copy());
		$texts = [];
		foreach (array_diff(self::VIEWERS, ['nobody']) as $viewer) {
			$texts[] = "\n# $viewer";
			foreach ($kernel->mails() as $mail) {
				if (isset($mail['to']["$viewer@example.org"])) {
					$texts[] = "\n" . gmdate('Y-m-d H:i', $mail['date']) . ": {$mail['subject']}\n\n" . self::readable(trim($mail['plain']));
				}
			}
			$asked = $kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $viewer);
			foreach ($asked->data() as $notification) {
				$texts[] = "\nnotification of {$notification['datetime']}: {$notification['subject']}\n  {$notification['message']}\n  {$notification['link']}";
			}
		}
		self::assertFixture('answers/year.txt', ltrim(implode("\n", $texts)) . "\n");
	}

	/** The whole network in files, and what becomes of them in another one. */
	public function testCommands(): void {
		$this->copy();
		$folder = sys_get_temp_dir() . '/reseau-export-' . bin2hex(random_bytes(4));
		mkdir($folder);
		try {
			$files = str_replace($folder, '…', $this->occ(ExportCommand::class, ['path' => $folder, '--lists' => true]));
			$texts = ["# reseau:export --lists\n$files"];
			foreach (glob("$folder/*") ?: [] as $file) {
				$texts[] = '# ' . basename($file) . "\n" . file_get_contents($file);
			}
			$texts[] = "# reseau:reindex\n" . $this->occ(ReindexCommand::class);
			$texts[] = "# reseau:matches owner\n" . $this->occ(MatchesCommand::class, ['uid' => 'owner']);
			$texts[] = "# reseau:matches owner --limit=1\n" . $this->occ(MatchesCommand::class, ['uid' => 'owner', '--limit' => '1']);
			$texts[] = "# reseau:matches newcomer\n" . $this->occ(MatchesCommand::class, ['uid' => 'newcomer'], Command::FAILURE);
			$this->kernel = self::emptyKernel();
			foreach (array_filter(['vocabulary', 'members', 'groups', 'network', 'notices', 'links'], static fn (string $name): bool => is_file("$folder/$name.json")) as $name) {
				$texts[] = "# reseau:import $name.json\n" . str_replace($folder, '…', $this->occ(ImportCommand::class, ['files' => ["$folder/$name.json"]]));
			}
		} finally {
			array_map(unlink(...), glob("$folder/*") ?: []);
			rmdir($folder);
		}
		$text = (string)preg_replace(['/[ \t]+$/m', '/stored in .*/'], ['', 'stored'], implode("\n", $texts));
		// What things are called in files is made by chance.
		preg_match_all('/"id": "([a-z0-9]{16})"/', $text, $names);
		self::assertFixture('answers/commands.txt', strtr($text, array_combine($names[1], array_map(static fn (int $n): string => "name-$n", array_keys($names[1])))));
	}

	/** Without what is different each time and what Nextcloud adds, and an entry to a line. */
	private static function readable(string $answer): string {
		$text = (string)preg_replace([
			'~\{"Cache-Control.*\n~', '~<!DOCTYPE.*?</head>~s', '~ nonce="[^"]+"~', '~"notification_id":\d+,|"icon":"[^"]+",?~', '/[0-9a-f]{32,}|\b\w{31}\b/',
			'~/(mails|notice|reply|consent|card|claims?|ask|sign|passed|leave|own|subscribe|write|letter/\d+)(\\\\?/)[\w-]{20,}~',
		], ['', '', '', '', '…', '/$1$2…'], $answer);
		return str_replace(['},{', '\n'], ["},\n  {", "\n  "], $text);
	}
}
