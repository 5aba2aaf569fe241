<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use Closure;
use LogicException;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Showcase\PublicItem;
use OCA\Reseau\Tests\Integration\Worlds\AsksRegistered;
use OCA\Reseau\Tests\Integration\Worlds\Hidden;
use OCA\Reseau\Tests\Integration\Worlds\HidesThings;
use OCA\Reseau\Tests\Integration\Worlds\Registered;
use OCA\Reseau\Tests\Integration\Worlds\Surfaces;
use OCA\Reseau\Tests\Integration\Worlds\WorldTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Activities;

/**
 * Two networks that differ only in what a viewer may not see answer this viewer alike, to the byte, wherever they ask. For each viewer
 * everything that they may not see changes together; if an answer differs, each thing is changed alone to name the one that shows.
 */
class TwoWorldsTest extends WorldTestCase {
	use AsksRegistered;
	use HidesThings;

	/** A person who has the links of mails, and nothing else. */
	private const GUEST = 'guest';

	/** So many leaks are explained, the others counted. */
	private const NAMED = 5;

	public function testHiddenDataIsShownNowhere(): void {
		$hidden = $this->hiddenThings();
		$surfaces = $this->surfaces();
		$leaks = $this->leaks($hidden, $surfaces, [...self::VIEWERS, self::GUEST]);
		self::assertSame([], $leaks, implode("\n", $leaks));
	}

	public function testVisibleDataIsShown(): void {
		$surfaces = $this->surfaces();
		foreach ($this->hiddenThings() as $one) {
			// Both are asked the same, so only the change can make them differ.
			[$untouched, $changed] = [$this->changed([]), $this->changed([$one])];
			foreach ($one->seenBy as $viewer => $surface) {
				$ask = $this->of($viewer, $surfaces)[$surface] ?? null;
				self::assertNotNull($ask, "$surface is asked");
				$before = $this->answer($untouched, $viewer, $ask);
				$after = $this->answer($changed, $viewer, $ask);
				self::assertNotSame($before, $after, "$one->what is seen by $viewer at $surface");
			}
		}
	}

	public function testDailyMailsAreAmongWhatCameWithinAYear(): void {
		$kernel = $this->aYearLater($this->copy());
		$daily = array_filter($kernel->mails(), static fn (array $mail): bool => str_contains($mail['plain'], '/apps/reseau/mails/'));
		self::assertEqualsCanonicalizing(['keeper', 'owner'], array_intersect(['keeper', 'owner'], array_map(static fn (array $mail): string => strtok((string)key($mail['to']), '@') ?: '', $daily)));
	}

	public function testActivitiesAreAmongWhatIsShown(): void {
		$kernel = $this->copy();
		$kernel->runQueued();
		$entries = array_map(static fn (string $viewer): int => count($kernel->get(Activities::class)->of($viewer, 'fr')), array_combine(self::VIEWERS, self::VIEWERS));
		self::assertGreaterThan(0, $entries['guide']);
		self::assertSame(0, $entries['newcomer']);
	}

	/** A new part joins what is hidden, or is reported here. */
	public function testEveryPartOfACardIsHiddenFromSomeViewers(): void {
		$audience = $this->parts('Tout', self::BEFORE)['audience'];
		self::assertEqualsCanonicalizing(array_column(Part::cases(), 'value'), array_keys($audience));
	}

	/** With a presenter that returns too much, and a list ordered by the wrong date. */
	public function testThisTestFindsLeaks(): void {
		$read = static fn (string $sql): Closure => static fn (Kernel $kernel): string => json_encode($kernel->get(IDBConnection::class)->executeQuery($sql)->fetchAll(), JSON_THROW_ON_ERROR);
		$leaks = $this->leaks($this->hiddenThings(), [
			'a version' => $read("SELECT version FROM *PREFIX*reseau_members WHERE id = {$this->cards['owner']}"),
			'an order' => $read('SELECT id FROM *PREFIX*reseau_sheets WHERE status = \'published\' ORDER BY changed_at DESC, version DESC, id'),
			'a name' => $read('SELECT name FROM *PREFIX*reseau_members WHERE status = \'published\' ORDER BY id'),
		], ['member']);
		self::assertCount(2, $leaks, implode("\n", $leaks));
		self::assertStringContainsString('member learns at a version of the parts of a card for oneself, the parts of a card for one’s groups', $leaks[0]);
		self::assertStringContainsString('member learns at an order of ', $leaks[1]);
	}

	/** @return iterable<string, array{Closure(self): mixed, string}> */
	public static function newSurfaces(): iterable {
		yield 'a registration' => [static fn (self $test): array => $test->registeredBy([['registerTalkBackend', ['Backend']]])->all(), 'registerTalkBackend'];
		yield 'an event' => [static fn (self $test): array => $test->registeredBy([['registerEventListener', ['OCP\AppFramework\Http\Events\BeforeLoginTemplateRenderedEvent']]])->all(), 'BeforeLoginTemplateRenderedEvent'];
		yield 'an element of info.xml' => [static fn (self $test): array => $test->registeredBy([], '<info><dashboards/></info>')->all(), '<dashboards>'];
		yield 'a parameter of a path' => [static fn (): array => (new Surfaces(['enquiry' => ['1']], ['q' => ['eau'], 'limit' => [2], 'cursor' => ['unknown']]))->all(), 'Give in TwoWorldsTest a value for {group}'];
		yield 'a parameter of a query' => [static fn (): array => (new Surfaces(['enquiry' => ['1'], 'group' => ['1'], 'file' => ['1']], ['cursor' => ['unknown']]))->all(), 'Say in TwoWorldsTest what the parameter q'];
		yield 'the link of a mail' => [static fn (): array => (new Surfaces([], []))->light([]), 'Say in TwoWorldsTest which link leads to /'];
	}

	#[DataProvider('newSurfaces')]
	public function testANewSurfaceIsRequestedOrReported(Closure $surfaces, string $named): void {
		$this->expectException(LogicException::class);
		$this->expectExceptionMessage($named);
		$surfaces($this);
	}

	/**
	 * @param list<Hidden> $hidden
	 * @param array<string, Closure(Kernel, ?string): string> $surfaces
	 * @param list<string> $viewers
	 * @return list<string> a sentence each
	 */
	private function leaks(array $hidden, array $surfaces, array $viewers): array {
		$leaks = [];
		$untouched = $this->changed([]);
		$worlds = [];
		foreach ($viewers as $viewer) {
			$worlds[$this->hiddenFrom($viewer, $hidden)] ??= $this->changed($this->changes($viewer, $hidden));
			$changed = $worlds[$this->hiddenFrom($viewer, $hidden)];
			foreach ($this->of($viewer, $surfaces) as $name => $ask) {
				if ($this->answer($untouched, $viewer, $ask) !== $this->answer($changed, $viewer, $ask)) {
					$leaks[] = count($leaks) < self::NAMED ? $this->sentence($viewer, $name, $ask, $this->changes($viewer, $hidden)) : "$viewer, $name";
				}
			}
		}
		array_map($this->aYearLater(...), [$untouched, ...array_values($worlds)]);
		$ask = fn (Kernel $kernel, ?string $uid): string => $this->received($kernel, $uid);
		foreach (array_diff($viewers, ['nobody', self::GUEST]) as $viewer) {
			if ($this->answer($untouched, $viewer, $ask) !== $this->answer($worlds[$this->hiddenFrom($viewer, $hidden)], $viewer, $ask)) {
				$leaks[] = $this->sentence($viewer, 'what came within a year', fn (Kernel $kernel, ?string $uid): string => $ask($this->aYearLater($kernel), $uid), $this->changes($viewer, $hidden));
			}
		}
		return $leaks;
	}

	/**
	 * @param list<Hidden> $hidden
	 * @return array<Hidden>
	 */
	private function changes(string $viewer, array $hidden): array {
		return array_filter($hidden, static fn (Hidden $one): bool => $one->isHiddenFrom($viewer));
	}

	/** @param list<Hidden> $hidden */
	private function hiddenFrom(string $viewer, array $hidden): string {
		return implode(',', array_keys($this->changes($viewer, $hidden)));
	}

	/** @param array<Hidden> $changes */
	private function sentence(string $viewer, string $surface, Closure $ask, array $changes): string {
		$before = $this->answer($this->changed([]), $viewer, $ask);
		$shown = [];
		$difference = 'more than one of them together';
		foreach ($changes as $one) {
			$after = $this->answer($this->changed([$one]), $viewer, $ask);
			if ($after !== $before) {
				$shown[] = $one->what;
				$difference = self::difference($before, $after);
			}
		}
		return "$viewer learns at $surface of " . implode(', ', $shown) . ": $difference";
	}

	/** Mails and notifications. */
	private function received(Kernel $kernel, ?string $uid): string {
		$mails = array_filter($kernel->mails(), static fn (array $mail): bool => array_key_exists("$uid@example.org", $mail['to']));
		// Each link is its own.
		$mails = preg_replace('~/(mails|leave|own|passed)/\w+|(/letter/\d+)/\w+~', '/$1/…$2', json_encode(array_values($mails), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
		return $mails . Registered::notifications($kernel, $uid);
	}

	private function answer(Kernel $kernel, string $viewer, Closure $ask): string {
		// Links that lead nowhere are asked for too often for one address.
		$kernel->resetLimits();
		return $ask($kernel, in_array($viewer, ['nobody', self::GUEST], true) ? null : $viewer);
	}

	/** @param array<Hidden> $changes */
	private function changed(array $changes): Kernel {
		$kernel = $this->copy();
		foreach ($changes as $one) {
			($one->change)();
		}
		// Now, and not while a surface is checked.
		$kernel->runQueued();
		return $kernel;
	}

	/**
	 * @param array<string, Closure(Kernel, ?string): string> $surfaces
	 * @return array<string, Closure(Kernel, ?string): string>
	 */
	private function of(string $viewer, array $surfaces): array {
		return $viewer === self::GUEST ? $this->paths()->light($this->tokens) : $surfaces;
	}

	/** @return array<string, Closure(Kernel, ?string): string> by name */
	private function surfaces(): array {
		return $this->paths()->all() + $this->registered()->all();
	}

	private function paths(): Surfaces {
		$ids = static fn (array $numbers): array => array_values(array_map(strval(...), $numbers));
		$of = static fn (string $type, array $numbers): array => array_map(static fn (string $id): string => "$type/$id", $ids($numbers));
		return new Surfaces([
			'id' => $ids($this->cards),
			'group' => $ids($this->groups),
			'file' => $ids($this->files),
			'fileId' => $ids($this->files),
			'type/id' => [
				...$of('member', $this->cards), ...$of('group', $this->groups), ...$of('file', $this->files), ...$of('notice', $this->notices),
				"board/{$this->things['board']}", "card/{$this->things['card']}",
			],
			'import' => [(string)$this->things['import']],
			'minutes' => [(string)$this->things['minutes']],
			'draft' => [(string)$this->things['draft']],
			'brought' => [(string)$this->things['brought']],
			'notice' => $ids($this->notices),
			'member' => $ids([$this->cards['reached']]),
			'letter' => [(string)$this->things['letter'], (string)$this->things['sending letter'], (string)$this->things['statutory letter']],
			'meeting' => [(string)$this->things['meeting']],
			'about' => ['notice', 'group', 'network'],
			'enquiry' => [(string)$this->things['enquiry']],
			'item' => [PublicItem::keyOf(true, 'Un four')],
			'session' => [(string)$this->things['session'], (string)$this->things['ended']],
			'row' => [(string)$this->things['session row'], (string)$this->things['ended row']],
			'conversation' => [(string)$this->things['talk'], (string)$this->things['carried'], (string)$this->things['mailed'], (string)$this->things['about'], (string)$this->things['unnamed']],
			'version' => ['1'],
			'kit' => ['entraide'],
			'place' => ['opening', 'closing'],
			'token' => ['unknown'],
		], [
			'q' => self::WORDS,
			'facet.territory' => ['departement:31', 'departement:11'],
			'facet.sector' => ['eau'],
			'facet.value' => [ucfirst(self::AFTER), ucfirst(self::BEFORE)],
			'facet.theme' => ['haies'],
			'facet.seek' => ['haies'],
			'facet.offer' => ['permaculture'],
			'facet.group' => $ids($this->groups),
			'facet.kind' => ['kept', 'method'],
			'facet.mode' => ['loan'],
			'facet.outcome' => ['worked'],
			'facet.help' => ['wanted'],
			'facet.term' => ['haies'],
			'limit' => [2],
			'cursor' => ['unknown'],
			'after' => [0],
			'ids' => [$ids($this->cards)],
			'member' => $ids($this->cards),
			'group' => $ids($this->groups),
			'for' => $ids([$this->cards['kept'], $this->cards['reached']]),
			'to' => $ids($this->cards),
			'file' => [$ids($this->files)],
			'sector' => ['eau'],
			'territory' => ['departement:11'],
			'title' => ['Eau', self::AFTER],
			'term' => [['haies'], ['permaculture']],
			'purpose' => ['Garder l’eau'],
		]);
	}

	private static function difference(string $before, string $after): string {
		$at = strspn($before ^ $after, "\0");
		$from = max(0, $at - 60);
		return '…' . substr($before, $from, 140) . '… became …' . substr($after, $from, 140) . '…';
	}
}
