<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Library\SheetRules;
use PHPUnit\Framework\Attributes\DataProvider;

class SheetTest extends LibraryTestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/sheet-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, SheetRules::LIMITS);
	}

	public function testTheLibraryAsAnAccountSeesIt(): void {
		$library = $this->data('GET', '/library', 'linh');
		self::assertSame('open', $library['state']);
		self::assertSame(['path' => self::ROOT, 'name' => 'Réseau commun', 'team' => true, 'can' => ['write' => true]], array_diff_key($library['root'], ['id' => 0]));
		self::assertSame(['practice', 'failure', 'method', 'manifesto', 'charter'], array_column($library['kinds'], 'slug'));
		$this->away('linh');
		self::assertSame(['out_of_reach', null], [($out = $this->data('GET', '/library', 'linh'))['state'], $out['root']]);
		$this->useLibrary('odile', '');
		self::assertSame('none', $this->data('GET', '/library', 'linh')['state']);
	}

	public function testASheetIsCreatedReadChangedAndDeleted(): void {
		$this->group('banc', $this->cards['odile']);
		$file = $this->file('Pratiques/Le banc.md');
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'odile');
		$sheet = $this->draft($file, self::whole() + [
			'summary' => 'Un banc de plus', 'authors' => [$this->cards['linh']['id']], 'authorNames' => 'Le comité', 'terms' => ['permaculture'],
			'groups' => [(int)$this->groupId('banc')], 'licence' => 'cc-by-4.0',
		]);
		self::assertSame(['draft', 1, 'Limoux', 'Linh', 'Groupe banc', ['Permaculture'], 'Genre practice'], [
			$sheet['status'], $sheet['version'], $sheet['context']['territories'][0]['name'], $sheet['authors'][0]['name'], $sheet['groups'][0]['title'], $sheet['termLabels'], $sheet['kindLabel'],
		]);
		self::assertSame(['name' => 'Le banc.md', 'path' => '/Pratiques/Le banc.md', 'folder' => false, 'mime' => 'text/markdown', 'size' => 9], array_diff_key($sheet['file'], ['changed' => 0]));
		$changed = $this->data('PUT', "/sheets/$file", 'linh', ['version' => 1, 'title' => 'Le banc  vert']);
		self::assertSame(['Le banc vert', 'Un banc de plus', 2], [$changed['title'], $changed['summary'], $changed['version']]);
		$stale = $this->assertRefused(409, 'stale_version', 'PUT', "/sheets/$file", 'odile', ['version' => 1, 'title' => 'Autre']);
		self::assertSame('Le banc vert', $stale['current']['title']);
		self::assertSame(409, $this->ask('PUT', "/sheets/$file", 'odile', ['version' => 0, 'title' => 'Autre', 'kind' => 'method'])->status);
		$this->assertRefused(409, 'stale_version', 'DELETE', "/sheets/$file?version=1", 'odile');
		self::assertNull($this->data('DELETE', "/sheets/$file?version=2", 'odile'));
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'odile');
		self::assertSame('Un texte.', $this->files('odile')->getFirstNodeById($file)->getContent());
	}

	public function testAFolderCanHaveASheetButNotTheLibraryItself(): void {
		$this->file('Jardin/plan.md');
		$folder = $this->files('odile')->get(self::ROOT . '/Jardin')->getId();
		self::assertTrue($this->published($folder)['file']['folder']);
		$root = $this->files('odile')->get(self::ROOT)->getId();
		$this->assertRefused(422, 'not_in_library', 'PUT', "/sheets/$root", 'odile', ['version' => 0, 'title' => 'Tout', 'kind' => 'method']);
	}

	public function testOnlyAFileOfTheLibraryHasASheet(): void {
		$own = $this->put('odile', '/Documents/journal.md', 'x')->getId();
		$this->assertRefused(422, 'not_in_library', 'PUT', "/sheets/$own", 'odile', ['version' => 0, 'title' => 'A', 'kind' => 'method']);
		$this->assertRefused(404, 'not_found', 'PUT', "/sheets/$own", 'linh', ['version' => 0, 'title' => 'A', 'kind' => 'method']);
		$this->assertRefused(404, 'not_found', 'PUT', '/sheets/999999', 'linh', ['version' => 0, 'title' => 'A', 'kind' => 'method']);
	}

	/** @return iterable<string, array{array<string, mixed>, string, ?string}> */
	public static function bad(): iterable {
		yield 'no title' => [['title' => " \n"], 'title_missing', 'title'];
		yield 'a long title' => [['title' => str_repeat('é', 201)], 'too_long', 'title'];
		yield 'a title of another kind' => [['title' => ['a']], 'wrong_type', 'title'];
		yield 'unknown kind' => [['kind' => 'poem'], 'unknown_kind', 'kind'];
		yield 'no kind' => [['kind' => ''], 'unknown_kind', 'kind'];
		yield 'unknown outcome' => [['outcome' => 'great'], 'unknown_outcome', 'outcome'];
		yield 'unknown licence' => [['licence' => 'mine'], 'unknown_licence', 'licence'];
		yield 'unknown field' => [['stars' => 5], 'unknown_field', 'stars'];
		yield 'unknown part of the context' => [['context' => ['weather' => 'a']], 'unknown_field', 'context.weather'];
		yield 'context as a text' => [['context' => 'a'], 'wrong_type', 'context'];
		yield 'unknown territory' => [['context' => ['territories' => [['code' => '99999', 'kind' => 'commune']]]], 'unknown_territory', 'context.territories.0'];
		yield 'too many territories' => [['context' => ['territories' => array_fill(0, 21, ['code' => '11206', 'kind' => 'commune'])]], 'too_many', 'context.territories'];
		yield 'long means' => [['context' => ['means' => str_repeat('a', 2001)]], 'too_long', 'context.means'];
		yield 'unknown term' => [['terms' => ['nowhere']], 'unknown_term', 'terms.0'];
		yield 'unknown member' => [['authors' => [987_654]], 'unknown_member', 'authors.0'];
		yield 'member by name' => [['authors' => ['odile']], 'wrong_type', 'authors.0'];
		yield 'unknown group' => [['groups' => [987_654]], 'unknown_group', 'groups.0'];
		yield 'control character' => [['tried' => "a\x07"], 'bad_text', 'tried'];
		yield 'long text' => [['learnt' => str_repeat('a', 10_001)], 'too_long', 'learnt'];
		yield 'anonymous in words' => [['anonymous' => 'perhaps'], 'wrong_type', 'anonymous'];
		yield 'no version' => [['version' => null], 'version_missing', 'version'];
		yield 'deposited by a member' => [['deposited' => true, 'anonymous' => true], 'not_yours', null];
	}

	/** @param array<string, mixed> $words */
	#[DataProvider('bad')]
	public function testInvalidInputIsRefusedWithItsField(array $words, string $reason, ?string $field): void {
		$file = $this->file('a.md');
		$reply = $this->ask('PUT', "/sheets/$file", 'odile', $words + ['version' => 0, 'kind' => 'method', 'title' => 'Le banc']);
		self::assertSame([$reason, $field], [$reply->data()['error'] ?? null, $reply->data()['field'] ?? null], $reply->body . $reply->error);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'odile');
	}

	public function testAPracticeIsPublishedWithItsContextAndOutcome(): void {
		foreach (['practice', 'failure'] as $kind) {
			$file = $this->file("$kind.md");
			$version = $this->draft($file, ['kind' => $kind])['version'];
			$missing = [];
			$words = self::whole();
			foreach (['context.territories', 'context.public', 'context.means', 'context.frame', 'context.standpoint', 'outcome'] as $field) {
				$missing[] = $this->assertRefused(400, 'context_missing', 'PUT', "/sheets/$file/status", 'odile', ['version' => $version, 'status' => 'published'])['field'];
				$part = explode('.', $field)[1] ?? null;
				$version = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $version] + ($part === null ? ['outcome' => 'failed'] : ['context' => [$part => $words['context'][$part]]]))['version'];
			}
			self::assertSame(['context.territories', 'context.public', 'context.means', 'context.frame', 'context.standpoint', 'outcome'], $missing);
			$version = $this->data('PUT', "/sheets/$file/status", 'odile', ['version' => $version, 'status' => 'published'])['version'];
			self::assertSame('outcome', $this->assertRefused(400, 'context_missing', 'PUT', "/sheets/$file", 'odile', ['version' => $version, 'outcome' => null])['field']);
		}
		$this->published($this->file('méthode.md'));
		$this->assertRefused(400, 'unknown_status', 'PUT', "/sheets/$file/status", 'odile', ['version' => $version, 'status' => 'gone']);
	}

	public function testADraftIsVisibleOnlyToPeopleWhoMayChangeTheFile(): void {
		$file = $this->file('a.md');
		$draft = $this->draft($file);
		$this->tree()->rule('linh', '/a.md', true, false);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
		self::assertSame([[], ['Le banc']], array_map(fn (string $uid): array => array_column($this->data('GET', "/sheets/of-files?file[]=$file", $uid), 'title'), ['linh', 'odile']));
		self::assertSame([], $this->titles('odile'));
		$this->assertRefused(404, 'not_found', 'PUT', "/sheets/$file/status", 'linh', ['version' => 1, 'status' => 'published']);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => $draft['version'], 'status' => 'published']);
		$seen = $this->data('GET', "/sheets/$file", 'linh');
		self::assertSame([false, false, true], [$seen['can']['edit'], $seen['can']['remove'], $seen['can']['evaluate']]);
		foreach ([['PUT', "/sheets/$file", ['version' => 2, 'title' => 'B']], ['PUT', "/sheets/$file/status", ['version' => 2, 'status' => 'draft']], ['DELETE', "/sheets/$file?version=2", null]] as [$verb, $path, $body]) {
			$this->assertRefused(403, 'not_yours', $verb, $path, 'linh', $body);
		}
		self::assertSame([['Le banc'], ['Le banc']], [$this->titles('linh'), $this->titles('odile')]);
	}

	public function testItsDayIsThatOfTheLastChangeReadersCanSee(): void {
		$this->group('banc', $this->cards['odile']);
		$file = $this->file('a.md');
		$sheet = $this->draft($file, self::whole());
		$days = [];
		foreach ([
			'title' => ['title' => 'Le banc vert'],
			'kind' => ['kind' => 'method'],
			'outcome' => ['outcome' => 'failed'],
			'summary' => ['summary' => 'Un banc de plus'],
			'groups' => ['groups' => [(int)$this->groupId('banc')]],
			'anonymous' => ['anonymous' => true, 'reachable' => true],
			'how its author is reached' => ['reachable' => false],
			'nothing' => ['title' => 'Le banc vert'],
		] as $part => $words) {
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
			$before = $sheet['changed'];
			$sheet = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version']] + $words);
			$days[$part] = $sheet['changed'] !== $before;
		}
		self::assertSame(['nothing'], array_keys(array_filter($days, static fn (bool $new): bool => !$new)));
	}
}
