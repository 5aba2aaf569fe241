<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Calendar;

use OCA\Reseau\Calendar\CalendarEvent;
use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Viewers;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** The secret addresses at which calendars read dates. */
#[Group('databases')]
final class FeedTest extends CalendarTestCase {
	private function rows(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_feeds')->fetchOne();
	}

	public function testACalendarReadsWhatItsOwnerMaySee(): void {
		$path = $this->address('linh');
		$reply = $this->fetch($path);
		self::assertSame(200, $reply->status);
		self::assertSame('text/calendar; charset=utf-8', $reply->headers['Content-Type']);
		self::assertSame('private, no-cache', $reply->headers['Cache-Control']);
		self::assertSame(['SUMMARY:Eau de pluie – Choisir la pompe'], self::begun($reply->body, 'SUMMARY'));
		self::assertSame([], $this->lines($this->address('yamina'), 'SUMMARY'));
	}

	public function testTheFileAsAWhole(): void {
		self::assertSame(implode("\r\n", [
			'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Reseau//Reseau//EN', 'CALSCALE:GREGORIAN', 'NAME:Réseau', 'X-WR-CALNAME:Réseau',
			'REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H',
			'BEGIN:VEVENT', "UID:reseau-meeting-$this->meeting@oc12ab", 'DTSTAMP:20261124T120000Z', 'LAST-MODIFIED:20261124T120000Z', 'SEQUENCE:0',
			'DTSTART:20261209T173000Z', 'DTEND:20261209T190000Z', 'SUMMARY:Eau de pluie – Choisir la pompe', 'LOCATION:Salle du foyer',
			"DESCRIPTION:- La citerne\\n- Le devis\\n\\nhttp://localhost/apps/reseau/groups/$this->group/meetings",
			"URL:http://localhost/apps/reseau/groups/$this->group/meetings", 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR', '',
		]), str_replace("\r\n ", '', $this->fetch($this->address('linh'))->body));
	}

	public function testItIsInTheLanguageOfItsOwnerWhateverTheirCountry(): void {
		$this->plan(['title' => null], 'another-key');
		$all = $this->kernel->get(Feeds::class)->all($this->kernel->get(Viewers::class)->of('linh'), 'es_MX');
		self::assertContains('Reunión', array_map(static fn (CalendarEvent $one): string => $one->title, $all));
	}

	public function testWhatIsChangedAndCancelledIsTheSameEvent(): void {
		$path = $this->address('linh');
		$this->kernel->clock->stopAt(gmmktime(13, 0, 0, 11, 24, 2026));
		$this->data('PUT', "/groups/$this->group/meetings/$this->meeting", 'odile', ['time' => '19:00', 'version' => 1] + self::WORDS);
		self::assertSame(["UID:reseau-meeting-$this->meeting@oc12ab"], $this->lines($path, 'UID'));
		self::assertSame(['SEQUENCE:1', 'DTSTART:20261209T180000Z', 'LAST-MODIFIED:20261124T130000Z', 'STATUS:CONFIRMED'], array_merge(...array_map(fn (string $begin): array => $this->lines($path, $begin), ['SEQUENCE', 'DTSTART', 'LAST-MOD', 'STATUS'])));
		$this->data('DELETE', "/groups/$this->group/meetings/$this->meeting?version=2", 'odile');
		self::assertSame(['SEQUENCE:2', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT'], array_merge(...array_map(fn (string $begin): array => $this->lines($path, $begin), ['SEQUENCE', 'STATUS', 'TRANSP'])));
	}

	public function testAnUnchangedCalendarIsNotSentAgain(): void {
		$path = $this->address('linh');
		$tag = $this->fetch($path)->headers['ETag'];
		self::assertSame($tag, $this->fetch($path)->headers['ETag']);
		$again = $this->fetch($path, null, ['If-None-Match' => $tag]);
		self::assertSame([304, ''], [$again->status, $again->body]);
		// A modification date would not reveal what is no longer shown.
		self::assertArrayNotHasKey('Last-Modified', $again->headers);
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame(200, $this->fetch($path, null, ['If-None-Match' => $tag])->status);
		$this->data('DELETE', '/calendar/addresses/0', 'linh');
		self::assertSame(404, $this->fetch($path, null, ['If-None-Match' => $tag])->status);
	}

	public function testItIsShownToItsOwnerAloneAndAgain(): void {
		$path = $this->address('linh');
		self::assertSame("http://localhost$path", $this->data('GET', '/calendar/addresses', 'linh')['all']['address']);
		self::assertSame(['group' => 0, 'title' => '', 'made' => false, 'address' => null], $this->data('GET', '/calendar/addresses', 'odile')['all']);
		$stored = json_encode($this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM *PREFIX*reseau_feeds')->fetchAll(), JSON_THROW_ON_ERROR);
		self::assertStringNotContainsString(basename($path, '.ics'), $stored);
	}

	public function testARenewedOrRemovedOneIsGone(): void {
		$first = $this->address('linh');
		$second = $this->address('linh');
		self::assertNotSame($first, $second);
		$this->assertGone($first);
		self::assertCount(1, $this->lines($second, 'UID'));
		self::assertSame(1, $this->rows());
		self::assertFalse($this->data('DELETE', '/calendar/addresses/0', 'linh')['all']['made']);
		$this->assertGone($second);
		self::assertFalse($this->data('DELETE', '/calendar/addresses/0', 'linh')['all']['made']);
	}

	public function testTheAddressOfAGroupHasItsMeetingsAlone(): void {
		$other = $this->make(['title' => 'Haies', 'key' => 'second'])['id'];
		$this->plan(['title' => 'Planter'], 'another-key', $other);
		$this->data('PUT', "/groups/$this->group/membership", 'odile', ['commitment' => '', 'until' => '2027-01-31']);
		$path = $this->address('odile', $this->group);
		self::assertSame(['SUMMARY:Eau de pluie – Choisir la pompe'], $this->lines($path, 'SUMMARY'));
		self::assertSame(['X-WR-CALNAME:Réseau – Eau de pluie'], $this->lines($path, 'X-WR'));
		self::assertCount(3, $this->lines($this->address('odile'), 'SUMMARY'));
		$this->assertRefused(404, 'not_found', 'PUT', "/calendar/addresses/$this->group", 'yamina');
		$this->assertRefused(404, 'not_found', 'PUT', '/calendar/addresses/999', 'odile');
	}

	public function testLeavingTheGroupEndsTheAddressForGood(): void {
		$all = $this->address('linh');
		$group = $this->address('linh', $this->group);
		$this->kernel->clock->stopAt(gmmktime(13, 0, 0, 11, 24, 2026));
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame([], $this->lines($all, 'UID'));
		$this->assertGone($group);
		$this->comeIn('linh');
		self::assertCount(1, $this->lines($all, 'UID'));
		$this->assertGone($group);
		self::assertFalse($this->data('GET', '/calendar/addresses', 'linh')['groups'][0]['made']);
		self::assertSame(2, $this->rows());
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(1, $this->rows());
		self::assertCount(1, $this->lines($this->address('linh', $this->group), 'UID'));
	}

	public function testAWithdrawnCardHasNone(): void {
		$paths = [$this->address('linh'), $this->address('linh', $this->group)];
		$this->data('PUT', '/members/' . $this->cards['linh']['id'] . '/status', 'linh', ['status' => 'withdrawn', 'version' => $this->cards['linh']['version']]);
		array_map($this->assertGone(...), $paths);
		self::assertSame(0, $this->rows());
	}

	public function testADeletedAccountHasNone(): void {
		$path = $this->address('linh');
		$this->kernel->get(IUserManager::class)->get('linh')->delete();
		$this->assertGone($path);
		self::assertSame(0, $this->rows());
	}

	public function testAnErasedCardHasNone(): void {
		$path = $this->address('linh');
		$this->data('DELETE', '/members/' . $this->cards['linh']['id'], 'linh');
		$this->assertGone($path);
	}

	public function testADisabledAccountHasNoneMeanwhile(): void {
		$path = $this->address('linh');
		$user = $this->kernel->get(IUserManager::class)->get('linh');
		$user->setEnabled(false);
		$this->assertGone($path);
		$this->kernel->get(IUserManager::class)->get('linh')->setEnabled(true);
		self::assertCount(1, $this->lines($path, 'UID'));
	}

	public function testTheAddressesOfAGroupGoWithIt(): void {
		$path = $this->address('linh', $this->group);
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		self::assertCount(1, $this->lines($path, 'UID'));
		$this->data('DELETE', "/groups/$this->group", 'odile');
		$this->assertGone($path);
		self::assertSame(0, $this->rows());
	}

	public function testTheAddressOfAMissingAccountIsDeleted(): void {
		$this->address('linh');
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE *PREFIX*reseau_feeds SET uid = 'nobody'");
		$this->kernel->get(Feeds::class)->deleteDead();
		self::assertSame(0, $this->rows());
	}

	/** A calendar that goes on asking at an address that is gone does not slow down the others behind the same connection, but nobody asks without end. */
	public function testUnknownAddressesDoNotAffectTheOthers(): void {
		$path = $this->address('linh');
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		for ($guess = 0; $guess < 59; $guess++) {
			self::assertSame(404, $this->fetch("/index.php/apps/reseau/calendar/guess$guess.ics")->status);
		}
		self::assertSame(200, $this->fetch($path)->status);
		self::assertSame(429, $this->fetch('/index.php/apps/reseau/calendar/another.ics')->status);
	}

	public function testTheExportOfAPersonNamesThemWithoutTheAddress(): void {
		$path = $this->address('linh');
		$this->address('linh', $this->group);
		$reply = $this->ask('GET', "/members/{$this->cards['linh']['id']}/export", 'linh');
		self::assertSame([['group' => null, 'made' => '2026-11-24T12:00:00+00:00'], ['group' => 'Eau de pluie', 'made' => '2026-11-24T12:00:00+00:00']], $reply->data()['calendarAddresses']);
		self::assertStringNotContainsString(basename($path, '.ics'), $reply->body);
	}

	public function testOneMeetingAsAFileIsForThePeopleOfItsGroup(): void {
		$path = "/index.php/apps/reseau/calendar/meeting/$this->meeting.ics";
		$reply = $this->fetch($path, 'linh');
		self::assertSame(200, $reply->status);
		self::assertSame(["UID:reseau-meeting-$this->meeting@oc12ab"], self::begun($reply->body, 'UID'));
		self::assertSame([], self::begun($reply->body, 'X-WR'));
		self::assertSame([404, 'Ce lien ne fonctionne plus'], [$this->fetch($path, 'yamina')->status, $this->fetch($path, 'yamina')->body]);
		self::assertSame(404, $this->fetch('/index.php/apps/reseau/calendar/meeting/999.ics', 'linh')->status);
		self::assertNotSame(200, $this->fetch($path)->status);
	}
}
