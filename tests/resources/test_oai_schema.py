"""Every answer of the repository has the shape that the protocol prescribes (OAI-PMH 2.0, section 3 and 4; W8.9, W9.10).

The schema is our own wording of the protocol's rules: order and number of elements, patterns of names and dates, error codes.
"""

from __future__ import annotations

import pytest
from lxml import etree

from resources.oai import answers
from resources.services.records import record_withdraw
from tests.resources.making import make_resource
from tests.resources.test_oai import ask

NAME = r"[A-Za-z0-9\-_.!~*'()]+"
VERBS = "Identify ListMetadataFormats ListSets GetRecord ListIdentifiers ListRecords"
ERRORS = (
    "cannotDisseminateFormat idDoesNotExist badArgument badVerb noMetadataFormats noRecordsMatch badResumptionToken "
    "noSetHierarchy"
)


def words(allowed: str) -> str:
    return "".join(f'<xs:enumeration value="{word}"/>' for word in allowed.split())


SCHEMA = etree.XMLSchema(
    etree.fromstring(f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.openarchives.org/OAI/2.0/"
  targetNamespace="http://www.openarchives.org/OAI/2.0/" elementFormDefault="qualified">
  <xs:element name="OAI-PMH"><xs:complexType><xs:sequence>
    <xs:element name="responseDate" type="moment"/>
    <xs:element name="request"><xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI">
      <xs:attribute name="verb" type="verb"/><xs:attribute name="identifier" type="xs:anyURI"/>
      <xs:attribute name="metadataPrefix" type="name"/><xs:attribute name="from" type="stamp"/>
      <xs:attribute name="until" type="stamp"/><xs:attribute name="set" type="setSpec"/>
      <xs:attribute name="resumptionToken" type="xs:string"/>
    </xs:extension></xs:simpleContent></xs:complexType></xs:element>
    <xs:choice>
      <xs:element name="error" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
        <xs:attribute name="code" use="required" type="error"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
      <xs:element name="Identify"><xs:complexType><xs:sequence>
        <xs:element name="repositoryName" type="xs:string"/><xs:element name="baseURL" type="xs:anyURI"/>
        <xs:element name="protocolVersion" type="xs:string" fixed="2.0"/>
        <xs:element name="adminEmail" maxOccurs="unbounded" type="mail"/>
        <xs:element name="earliestDatestamp" type="stamp"/>
        <xs:element name="deletedRecord" type="deleted"/><xs:element name="granularity" type="granularity"/>
        <xs:element name="compression" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="description" type="other" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="ListMetadataFormats"><xs:complexType><xs:sequence>
        <xs:element name="metadataFormat" maxOccurs="unbounded"><xs:complexType><xs:sequence>
          <xs:element name="metadataPrefix" type="name"/><xs:element name="schema" type="xs:anyURI"/>
          <xs:element name="metadataNamespace" type="xs:anyURI"/></xs:sequence></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="ListSets"><xs:complexType><xs:sequence>
        <xs:element name="set" maxOccurs="unbounded"><xs:complexType><xs:sequence>
          <xs:element name="setSpec" type="setSpec"/><xs:element name="setName" type="xs:string"/>
          <xs:element name="setDescription" type="other" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="resumptionToken" type="token" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="GetRecord"><xs:complexType><xs:sequence><xs:element name="record" type="record"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="ListIdentifiers"><xs:complexType><xs:sequence>
        <xs:element name="header" type="header" maxOccurs="unbounded"/>
        <xs:element name="resumptionToken" type="token" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="ListRecords"><xs:complexType><xs:sequence>
        <xs:element name="record" type="record" maxOccurs="unbounded"/>
        <xs:element name="resumptionToken" type="token" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
    </xs:choice></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="record"><xs:sequence><xs:element name="header" type="header"/>
    <xs:element name="metadata" type="other" minOccurs="0"/>
    <xs:element name="about" type="other" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  <xs:complexType name="header"><xs:sequence><xs:element name="identifier" type="xs:anyURI"/>
    <xs:element name="datestamp" type="stamp"/>
    <xs:element name="setSpec" type="setSpec" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="status"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="deleted"/>
    </xs:restriction></xs:simpleType></xs:attribute></xs:complexType>
  <xs:complexType name="other"><xs:sequence><xs:any namespace="##other" processContents="lax"/></xs:sequence></xs:complexType>
  <xs:complexType name="token"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="expirationDate" type="moment"/><xs:attribute name="completeListSize" type="xs:positiveInteger"/>
    <xs:attribute name="cursor" type="xs:nonNegativeInteger"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="moment"><xs:restriction base="xs:dateTime"><xs:pattern value=".*Z"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="stamp"><xs:union memberTypes="xs:date moment"/></xs:simpleType>
  <xs:simpleType name="name"><xs:restriction base="xs:string"><xs:pattern value="{NAME}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="setSpec"><xs:restriction base="xs:string">
    <xs:pattern value="{NAME}(:{NAME})*"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="mail"><xs:restriction base="xs:string">
    <xs:pattern value="\\S+@(\\S+\\.)+\\S+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="verb"><xs:restriction
    base="xs:string">{words(VERBS)}</xs:restriction></xs:simpleType>
  <xs:simpleType name="deleted"><xs:restriction
    base="xs:string">{words("no persistent transient")}</xs:restriction></xs:simpleType>
  <xs:simpleType name="granularity"><xs:restriction base="xs:string">
    <xs:enumeration value="YYYY-MM-DD"/><xs:enumeration value="YYYY-MM-DDThh:mm:ssZ"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="error"><xs:restriction base="xs:string">{words(ERRORS)}</xs:restriction></xs:simpleType>
</xs:schema>""")
)  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        {"verb": "Identify"},
        {"verb": "ListMetadataFormats"},
        {"verb": "ListSets"},
        {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2020-01-01", "set": "subject:maths"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "1990-01-01"},
        {"verb": "ListRecords", "metadataPrefix": "marc"},
        {"verb": "ListRecords", "resumptionToken": "x"},
        {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "urn:uuid:khong-co"},
        {"verb": "Xoa"},
        {},
    ],
)
def test_an_answer_has_the_shape_of_the_protocol(school, monkeypatch, query):
    monkeypatch.setattr(answers, "RECORDS", 2)
    monkeypatch.setattr(answers, "SETS", 2)
    pages = [make_resource(school, title=f"Bài {number}") for number in range(4)]
    record_withdraw(page=pages[0])
    SCHEMA.assertValid(ask(school, **query))
