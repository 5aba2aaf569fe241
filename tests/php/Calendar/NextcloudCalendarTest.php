<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Calendar;

use DateTimeImmutable;
use OCA\Reseau\Integration\Calendar\CalendarProvider;
use OCA\Reseau\Integration\Calendar\DatesCalendar;
use OCP\Calendar\ICalendar;
use OCP\Constants;
use OCP\IUserManager;
use Sabre\VObject\Component\VCalendar;
use Sabre\VObject\Component\VEvent;
use Sandbox\Kernel\Registration;

/** A person's dates in Nextcloud's Calendar. */
final class NextcloudCalendarTest extends CalendarTestCase {
	/** @param list<string> $uris */
	private function calendars(string $principal, array $uris = []): array {
		return $this->kernel->get(CalendarProvider::class)->getCalendars($principal, $uris);
	}

	private function calendar(string $uid): ICalendar {
		return $this->calendars("principals/users/$uid")[0];
	}

	public function testItIsRegisteredAndCanOnlyBeRead(): void {
		self::assertSame([CalendarProvider::class], $this->kernel->get(Registration::class)->calendars);
		$calendar = $this->calendar('linh');
		self::assertSame(['reseau', 'reseau', 'Réseau', Constants::PERMISSION_READ, false], [$calendar->getKey(), $calendar->getUri(), $calendar->getDisplayName(), $calendar->getPermissions(), $calendar->isDeleted()]);
		self::assertMatchesRegularExpression('/^#[0-9A-F]{6}$/', (string)$calendar->getDisplayColor());
		self::assertSame(['getKey', 'getUri', 'getDisplayName', 'getDisplayColor', 'getPermissions', 'isDeleted', 'search'], array_values(array_diff(get_class_methods(DatesCalendar::class), ['__construct'])));
	}

	public function testItIsOnlyAvailableToAccounts(): void {
		self::assertCount(1, $this->calendars('principals/users/linh', ['personal', 'reseau']));
		self::assertSame([], $this->calendars('principals/users/linh', ['personal']));
		self::assertSame([], $this->calendars('principals/users/nobody'));
		self::assertSame([], $this->calendars('principals/groups/linh'));
		self::assertSame([], $this->calendars(''));
		$this->kernel->get(IUserManager::class)->get('linh')->delete();
		self::assertSame([], $this->calendars('principals/users/linh'));
	}

	/** As Manager::searchForPrincipal() asks, for the dashboard and other apps. */
	public function testOtherAppsFindWhatIsInIt(): void {
		$find = fn (string $uid, string $pattern = '', array $properties = [], array $options = [], ?int $limit = null, ?int $offset = null): array => $this->calendar($uid)->search($pattern, $properties, $options, $limit, $offset);
		[$found] = $find('linh');
		self::assertIsArray($found);
		$uri = "reseau-meeting-$this->meeting@oc12ab.ics";
		self::assertSame(['VEVENT', $uri], [$found['type'], $found['uri']]);
		[$object] = $found['objects'];
		self::assertSame('Eau de pluie – Choisir la pompe', $object['SUMMARY'][0]);
		self::assertEquals(new DateTimeImmutable('2026-12-09T17:30Z'), $object['DTSTART'][0]);
		self::assertEquals(new DateTimeImmutable('2026-12-09T19:00Z'), $object['DTEND'][0]);
		self::assertSame([], $find('yamina'));
		$this->plan(['day' => '2026-12-20', 'title' => 'Le devis'], 'another-key');
		$names = static fn (array $all): array => array_map(static fn (array $one): string => $one['objects'][0]['SUMMARY'][0], $all);
		self::assertSame(['Eau de pluie – Le devis'], $names($find('linh', 'devis', ['SUMMARY'])));
		self::assertSame([], $find('linh', 'devis', ['LOCATION']));
		self::assertCount(2, $find('linh', 'FOYER', ['LOCATION']));
		self::assertSame(['Eau de pluie – Le devis'], $names($find('linh', '', [], ['timerange' => ['start' => new DateTimeImmutable('2026-12-10')]])));
		self::assertSame(['Eau de pluie – Choisir la pompe'], $names($find('linh', '', [], ['timerange' => ['end' => new DateTimeImmutable('2026-12-10')]])));
		self::assertSame(['Eau de pluie – Choisir la pompe'], $names($find('linh', '', [], ['types' => ['VEVENT']], 1)));
		self::assertSame(['Eau de pluie – Le devis'], $names($find('linh', '', [], [], 1, 1)));
		self::assertSame([], $find('linh', '', [], ['types' => ['VTODO']]));
		self::assertCount(1, $find('linh', '', [], ['uri' => $uri]));
		self::assertCount(1, $find('linh', '', [], ['uid' => substr($uri, 0, -4)]));
		self::assertSame([], $find('linh', '', [], ['uid' => 'another']));
	}

	/** As its CalDAV server asks (apps/dav, CalDAV\AppCalendar): each event becomes an object of a calendar, and is grouped and found by its id. */
	public function testItsCalDavServerTakesWhatIsInIt(): void {
		$calendar = $this->calendar('linh');
		[$event] = $calendar->search('');
		self::assertInstanceOf(VEvent::class, $event);
		self::assertSame("reseau-meeting-$this->meeting@oc12ab", (string)$event['UID']);
		self::assertSame([$event], (new VCalendar([$event]))->children);
		self::assertContains(['DTSTART', '20261209T173000Z', []], $event->added);
		// It would show every account when two people are busy at the same time.
		self::assertSame([['TRANSP', 'TRANSPARENT', []]], array_values(array_filter($event->added, static fn (array $one): bool => $one[0] === 'TRANSP')));
		$event['calendar-key'] = 'reseau';
		self::assertSame('reseau', $event['calendar-key']);
		self::assertTrue(isset($event['calendar-key']));
		unset($event['calendar-key']);
		self::assertFalse(isset($event['calendar-key']));
		self::assertSame([], $calendar->search("reseau-meeting-$this->meeting@oc12ab.ics", ['X-FILENAME']));
		self::assertCount(1, $calendar->search("reseau-meeting-$this->meeting@oc12ab", ['UID']));
		self::assertSame([], $calendar->search('reseau-meeting', ['UID']));
	}
}
