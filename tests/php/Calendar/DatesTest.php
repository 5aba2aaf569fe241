<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Calendar;

use OCA\Reseau\Calendar\CalendarEvent;
use OCA\Reseau\Calendar\Dates;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Member\Viewers;
use OCP\IConfig;
use OCP\L10N\IFactory;
use PHPUnit\Framework\Attributes\Group;

/** What is on the days of a person. */
#[Group('databases')]
final class DatesTest extends CalendarTestCase {
	/** @return list<string> kind and title */
	private function dates(string $uid): array {
		return array_map(static fn (array $date): string => "{$date['kind']} {$date['title']}", $this->data('GET', '/calendar', $uid)['dates']);
	}

	private function membership(string $uid, callable $change): void {
		$memberships = $this->kernel->get(MembershipMapper::class);
		$membership = $memberships->find($this->group, $this->cards[$uid]['id']);
		$change($membership);
		$memberships->update($membership);
	}

	public function testMeetingsOfMyGroups(): void {
		self::assertSame([[
			'id' => "meeting-$this->meeting", 'kind' => 'meeting', 'title' => 'Choisir la pompe', 'group' => ['id' => $this->group, 'title' => 'Eau de pluie'],
			'starts' => '2026-12-09T17:30:00+00:00', 'ends' => '2026-12-09T19:00:00+00:00', 'days' => null, 'place' => 'Salle du foyer', 'page' => "/groups/$this->group/meetings", 'cancelled' => false,
		]], $this->data('GET', '/calendar', 'linh')['dates']);
		self::assertSame([], $this->dates('yamina'));
		self::assertSame([], $this->dates('nadege'));
	}

	public function testOneWithoutATitleHasAName(): void {
		$this->plan(['title' => '', 'day' => '2026-12-01'], 'another-key');
		self::assertSame(['meeting Réunion', 'meeting Choisir la pompe'], $this->dates('linh'));
	}

	public function testACurrentDateIsListedUntilItEnds(): void {
		$this->plan(['title' => 'Sans fin', 'endTime' => null], 'another-key');
		$at = function (int $hour, int $minute): array {
			$this->kernel->clock->stopAt(gmmktime($hour, $minute, 0, 12, 9, 2026));
			return $this->dates('linh');
		};
		self::assertSame(['meeting Choisir la pompe', 'meeting Sans fin'], $at(18, 59));
		self::assertSame(['meeting Sans fin'], $at(19, 0));
		self::assertSame(['meeting Sans fin'], $at(22, 59));
		self::assertSame([], $at(23, 0));
	}

	public function testEndsOfMyCommitmentsAndOfMyTimeAsFacilitator(): void {
		$this->membership('odile', static function (Membership $membership): void {
			$membership->setUntilDate('2027-01-31');
			$membership->setFacilitatesUntil('2026-12-31');
		});
		self::assertSame(['meeting Choisir la pompe', 'term Fin de votre temps de facilitation', 'engagement Fin de votre engagement'], $this->dates('odile'));
		self::assertSame(['2027-01-31', '2027-01-31'], $this->data('GET', '/calendar', 'odile')['dates'][2]['days']);
		// No one else has them.
		self::assertSame(['meeting Choisir la pompe'], $this->dates('linh'));
		$path = $this->address('odile');
		self::assertSame(['DTSTART:20261209T173000Z', 'DTSTART;VALUE=DATE:20261231', 'DTSTART;VALUE=DATE:20270131'], $this->lines($path, 'DTSTART'));
		self::assertSame(['DTEND:20261209T190000Z', 'DTEND;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270201'], $this->lines($path, 'DTEND'));
		self::assertCount(2, $this->lines($path, 'TRANSP:TRANSPARENT'));
		$this->membership('odile', static fn (Membership $membership) => $membership->setFacilitates(false));
		self::assertSame(['meeting Choisir la pompe', 'engagement Fin de votre engagement'], $this->dates('odile'));
		$this->membership('odile', static fn (Membership $membership) => $membership->leave('2026-11-24'));
		self::assertSame([], $this->dates('odile'));
	}

	public function testSessionsForThePeopleInThem(): void {
		$session = $this->data('POST', '/sessions', 'nadege', ['title' => 'À la mairie', 'place' => 'Limoux', 'day' => '2026-12-12', 'key' => 'session-key'], 201)['id'];
		self::assertSame(['session À la mairie'], $this->dates('nadege'));
		self::assertSame([], $this->dates('yamina'));
		$this->data('POST', "/sessions/$session/rows", 'nadege', ['kind' => 'need', 'text' => 'Un banc', 'member' => $this->cards['yamina']['id'], 'key' => 'session-row'], 201);
		self::assertSame(['session À la mairie'], $this->dates('yamina'));
		self::assertSame(['meeting Choisir la pompe'], $this->dates('linh'));
		self::assertSame(['/', "/sessions/$session"], [$this->data('GET', '/calendar', 'yamina')['dates'][0]['page'], $this->data('GET', '/calendar', 'nadege')['dates'][0]['page']]);
	}

	public function testAppointmentsOfTheTwoAndTheirMediatorWithoutTheirNames(): void {
		$id = $this->data('POST', "/matches/{$this->cards['linh']['id']}/introduction", 'yamina', ['mediated' => true], 201)['id'];
		$this->data('POST', "/introductions/$id/accept", 'linh');
		$this->data('POST', "/introductions/$id/mediation", 'nadege');
		self::assertSame([], $this->dates('yamina'));
		$this->data('PUT', "/introductions/$id/mediation", 'nadege', ['place' => 'Au café', 'day' => '2026-12-10', 'time' => '14:30', 'lookBack' => '2027-01-10']);
		foreach (['yamina' => 0, 'linh' => 1, 'nadege' => 0] as $uid => $at) {
			self::assertSame('appointment Rendez-vous d’une mise en relation', $this->dates($uid)[$at] ?? null, $uid);
			// By the clock of the place, which is taken for theirs.
			self::assertSame('2026-12-10T13:30:00+00:00', $this->data('GET', '/calendar', $uid)['dates'][$at]['starts']);
			$text = $this->fetch($this->address($uid))->body;
			self::assertStringNotContainsString('Linh', $text);
			self::assertStringNotContainsString('Yamina', $text);
		}
		self::assertSame(['meeting Choisir la pompe'], $this->dates('odile'));
		$this->data('DELETE', "/introductions/$id", 'yamina');
		self::assertSame([], $this->dates('yamina'));
		self::assertSame([], $this->dates('nadege'));
	}

	public function testWholeDaysAreThoseOfTheReader(): void {
		$this->plan(['title' => 'Chantier', 'day' => '2027-01-16', 'endDay' => '2027-01-17', 'time' => null, 'endTime' => null], 'another-key');
		$path = $this->address('linh');
		foreach (['Pacific/Noumea', 'America/Cayenne'] as $zone) {
			$this->kernel->get(IConfig::class)->setUserValue('linh', 'core', 'timezone', $zone);
			self::assertSame(['2027-01-16', '2027-01-17'], $this->data('GET', '/calendar', 'linh')['dates'][1]['days']);
			self::assertSame('DTSTART;VALUE=DATE:20270116', $this->lines($path, 'DTSTART')[1]);
			self::assertSame('DTEND;VALUE=DATE:20270118', $this->lines($path, 'DTEND')[1]);
		}
	}

	/** What a letter asks: the dates of a period, for a viewer, in a language. */
	public function testTheDatesOfAPeriod(): void {
		$this->plan(['title' => 'Plus tard', 'day' => '2027-03-01'], 'another-key');
		$dates = $this->kernel->get(Dates::class);
		$viewer = $this->kernel->get(Viewers::class)->of('linh');
		$l = $this->kernel->get(IFactory::class)->get('reseau', 'fr');
		$within = static fn (string $from, string $before): array => array_map(static fn (CalendarEvent $one): string => $one->title, $dates->between($viewer, (int)strtotime($from), (int)strtotime($before), $l));
		self::assertSame(['Choisir la pompe'], $within('2026-12-01T00:00Z', '2027-01-01T00:00Z'));
		self::assertSame(['Choisir la pompe'], $within('2026-12-09T18:59Z', '2026-12-09T19:30Z'));
		self::assertSame([], $within('2026-12-09T19:00Z', '2027-01-01T00:00Z'));
		self::assertSame([], $within('2026-12-01T00:00Z', '2026-12-09T17:30Z'));
		self::assertSame(['Choisir la pompe', 'Plus tard'], $within('2026-12-01T00:00Z', '2028-01-01T00:00Z'));
	}
}
